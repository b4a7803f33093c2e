/** Says what is well and what is not on this machine, in one screen. */
import { accessSync, constants, existsSync } from 'node:fs';
import { openDatabase } from '@shortlist/server/db/connect.ts';
import { databaseFacts } from '@shortlist/server/db/database-facts.ts';
import { migrate } from '@shortlist/server/db/migrate.ts';
import { defineCommand } from 'citty';
import { defaultUrl } from './connect.ts';
import { databaseLog, databaseSettings } from './local-database.ts';

type Finding = readonly ['ok' | 'note' | 'fault', string];

export const doctorCommand = defineCommand({
  meta: { name: 'doctor', description: 'Checks this machine: Node, the server, the data folder, the database.' },
  args: { data: { type: 'string', description: 'The data folder; SHORTLIST_DATA or .shortlist unless given' } },
  run: async ({ args }) => {
    const findings: Finding[] = [['ok', `Node ${process.versions.node} on ${process.platform} ${process.arch}`]];
    const server = await askServer();
    findings.push(server.finding, ...(await lookAtDatabase(args.data, server.answers)));
    for (const [state, words] of findings) process.stdout.write(`${state.padEnd(5)} ${words}\n`);
    if (findings.some(([state]) => state === 'fault')) process.exitCode = 1;
  },
});

async function askServer(): Promise<{ readonly answers: boolean; readonly finding: Finding }> {
  const url = process.env['SHORTLIST_URL'] ?? defaultUrl;
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) });
    const body: unknown = await response.json();
    const isWell = response.ok && typeof body === 'object' && body !== null && 'status' in body;
    return {
      answers: true,
      finding: isWell ? ['ok', `A server answers at ${url}`] : ['fault', `The server at ${url} is not well (${response.status})`],
    };
  } catch {
    return { answers: false, finding: ['note', `No server answers at ${url}`] };
  }
}

async function lookAtDatabase(data: string | undefined, serverAnswers: boolean): Promise<Finding[]> {
  const settings = databaseSettings(data);
  if (settings.dataDir !== undefined) {
    if (!existsSync(settings.dataDir))
      return [['note', `There is no data folder ${settings.dataDir} yet; "shortlist serve" makes it`]];
    try {
      accessSync(settings.dataDir, constants.R_OK | constants.W_OK);
    } catch {
      return [['fault', `The data folder ${settings.dataDir} may not be read and written by this user`]];
    }
  }
  try {
    const database = await openDatabase({ ...settings, log: databaseLog, poolSize: 2 });
    try {
      const applied = await migrate(database.pool);
      const facts = await databaseFacts(database);
      const where = facts.folder === null ? 'given by DATABASE_URL' : `embedded in ${facts.folder}, run as ${facts.user}`;
      const free = facts.freeBytes === null ? '' : `, ${megabytes(facts.freeBytes)} free on its disk`;
      const low: Finding[] = database.mayWrite() === null ? [] : [['fault', database.mayWrite() ?? '']];
      return [
        ['ok', `PostgreSQL ${facts.version}, ${where}`],
        ['ok', `${megabytes(facts.sizeBytes)} of data${free}`],
        [
          'ok',
          `Migrations are applied up to ${facts.migration ?? 'none'}${applied.length > 0 ? `, ${applied.length} of them now` : ''}`,
        ],
        ...low,
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Only one server may own a folder, and a running one is a good sign.
    return [[serverAnswers ? 'note' : 'fault', message]];
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024).toLocaleString('en')} MB`;
}
