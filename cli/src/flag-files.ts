/** Flag definitions of flagd and Unleash, to and from this server. */
import { readFile, writeFile } from 'node:fs/promises';
import type { FlagFormat } from '@shortlist/domain/flag-import/flag-import-words.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';

const environment = {
  type: 'string',
  description: 'Key of the environment',
  default: 'production',
} as const;

function importOf(format: FlagFormat, source: string) {
  return defineCommand({
    meta: { name: format, description: `Imports flags from ${source}; a second time updates, and repeats nothing.` },
    args: {
      file: { type: 'positional', description: 'The JSON file', required: true },
      environment,
      'dry-run': { type: 'boolean', description: 'Only say what would happen' },
      json: { type: 'boolean', description: 'Print the report as JSON' },
    },
    run: async ({ args }) => {
      const file = await readFile(args.file, 'utf8').catch(() => {
        throw new CommandError(`${args.file} cannot be read. Name the file with the definitions.`);
      });
      const input = { format, environment: args.environment, file };
      const client = connect();
      const isDry = args['dry-run'] === true;
      const report = isDry ? await client.call('flag.previewImport', input) : await client.call('flag.import', input);
      process.stdout.write(args.json ? `${JSON.stringify(report, null, 2)}\n` : `${lines(report, isDry).join('\n')}\n`);
    },
  });
}

export const importFlagdCommand = importOf('flagd', 'a flagd definition');
export const importUnleashCommand = importOf('unleash', 'Unleash’s /api/client/features');

export const exportFlagdCommand = defineCommand({
  meta: { name: 'flagd', description: 'Writes the flags of an environment as flagd reads them.' },
  args: { environment, out: { type: 'string', description: 'The file; printed unless given' } },
  run: async ({ args }) => {
    const { definitions, notes } = await connect().call('flag.export', { environment: args.environment });
    const text = `${JSON.stringify(definitions, null, 2)}\n`;
    if (args.out === undefined) process.stdout.write(text);
    else await writeFile(args.out, text);
    for (const { path, message } of notes) process.stderr.write(`${path} ${message}\n`);
  },
});

function lines(report: OutputOf<'flag.import'>, isDry: boolean): string[] {
  const { counts, flags, segments, notes } = report;
  const left = [...flags, ...segments].filter(({ outcome }) => outcome === 'left');
  return [
    `${isDry ? 'Would be: ' : ''}${counts.created} created, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.left} left out.`,
    ...left.map(({ key, why }) => `  ${key}: ${why}`),
    ...(notes.length === 0 ? [] : ['Not as it was:', ...notes.map(({ path, message }) => `  ${path} ${message}`)]),
  ];
}
