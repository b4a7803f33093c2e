/** Importing from other trackers: everything is read and checked first, then sent in batches. */
import { basename } from 'node:path';
import { choiceFor, importBatches } from '@shortlist/domain/import/import-batches.ts';
import { importLimits } from '@shortlist/domain/import/import-limits.ts';
import type { PileChoice } from '@shortlist/domain/import/import-operations.ts';
import { sortIntoPiles } from '@shortlist/domain/import/import-piles.ts';
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import type { Client } from '@shortlist/sdk/client.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';
import { importFlagdCommand, importUnleashCommand } from './flag-files.ts';
import { addReport, emptyReport, reportLines, type ImportReport } from './import-report.ts';
import { readIssues } from './read-issues.ts';

const githubCommand = defineCommand({
  meta: { name: 'github', description: 'Imports GitHub issues; a second time updates, and repeats nothing.' },
  args: {
    file: { type: 'positional', description: 'From gh issue list --json, or GitHub’s REST list', required: true },
    team: { type: 'string', description: 'Key of the team whose work it is', required: true },
    'dry-run': { type: 'boolean', description: 'Only count what would happen' },
    json: { type: 'boolean', description: 'Print the report as JSON' },
    'in-flight': { type: 'string', description: 'Numbers of open issues being worked on, with commas' },
    'in-flight-label': { type: 'string', description: 'Labels of open issues being worked on, with commas' },
    'in-flight-assignee': { type: 'string', description: 'Logins whose open issues are being worked on, with commas' },
    next: { type: 'string', description: 'Numbers of open issues to commit, up to the room, with commas' },
  },
  run: async ({ args }) => {
    const { records, notes, skipped } = await readIssues(args.file);
    const choice: PileChoice = {
      inFlight: {
        numbers: readNumbers(args['in-flight'], '--in-flight'),
        labels: readWords(args['in-flight-label']),
        assignees: readWords(args['in-flight-assignee']),
      },
      next: readNumbers(args.next, '--next'),
    };
    const problems = sortIntoPiles(records, choice, importLimits.batch);
    const wrong = [...problems.problems, ...problems.unmatched];
    if (wrong.length > 0) throw new CommandError(`Nothing was imported:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
    const client = connect();
    const report = emptyReport(records.length, [
      ...notes,
      ...skipped.map(({ number, why }) => ({ externalId: `#${number ?? '?'}`, note: why })),
    ]);
    report.counts.skipped += skipped.length;
    const batches = importBatches(records);
    const progress = args.json ? silent : showProgress(records.length);
    if (args['dry-run']) await preview(client, args.team, batches, choice, report, progress);
    else await send(client, { teamId: args.team, fileName: basename(args.file) }, batches, choice, report, progress);
    process.stdout.write(
      args.json ? `${JSON.stringify(report, null, 2)}\n` : `${reportLines(report, args['dry-run'] === true).join('\n')}\n`,
    );
  },
});

type Progress = (done: number) => void;
const silent: Progress = () => undefined;

async function preview(
  client: Client,
  teamId: string,
  batches: readonly ImportRecord[][],
  choice: PileChoice,
  report: ImportReport,
  progress: Progress,
): Promise<void> {
  let done = 0;
  for (const records of batches) {
    addReport(report, await client.call('import.preview', { teamId, records, choice: choiceFor(choice, records) }));
    progress((done += records.length));
  }
}

async function send(
  client: Client,
  into: { readonly teamId: string; readonly fileName: string },
  batches: readonly ImportRecord[][],
  choice: PileChoice,
  report: ImportReport,
  progress: Progress,
): Promise<void> {
  const total = batches.reduce((sum, batch) => sum + batch.length, 0);
  const started = await client.call('import.start', { source: 'github', total, ...into });
  report.importId = started.id;
  for (const records of batches) {
    const before = report.piles;
    const {
      import: grown,
      counts,
      notes,
    } = await client.call('import.add', {
      importId: started.id,
      records,
      choice: choiceFor(choice, records),
    });
    addReport(report, { counts, notes, piles: {} });
    report.piles = { ...before, ...grown.piles };
    progress(grown.done);
  }
  await client.call('import.finish', { importId: started.id });
}

function showProgress(total: number): Progress {
  if (!process.stderr.isTTY) return silent;
  return (done) => process.stderr.write(done < total ? `\r${done} of ${total}` : `\r${' '.repeat(24)}\r`);
}

function readNumbers(text: string | undefined, flag: string): number[] {
  return readWords(text).map((word) => {
    const number = Number(word.replace(/^#/, ''));
    if (!Number.isInteger(number) || number < 1) throw new CommandError(`${flag}: ${word} is not the number of an issue.`);
    return number;
  });
}

function readWords(text: string | undefined): string[] {
  return (text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}

const undoCommand = defineCommand({
  meta: { name: 'undo', description: 'Removes what an import made, within 30 days.' },
  args: { import: { type: 'positional', description: 'The import’s id, as its report named it', required: true } },
  run: async ({ args }) => {
    const { removed, restored, kept } = await connect().call('import.undo', { importId: args.import });
    process.stdout.write(`${removed} removed, ${restored} put back.\n`);
    if (kept.length > 0) process.stdout.write(`Worked on since, so they stay: ${kept.join(', ')}\n`);
  },
});

export const importCommand = defineCommand({
  meta: { name: 'import', description: 'Brings work from other trackers here.' },
  subCommands: { github: githubCommand, flagd: importFlagdCommand, unleash: importUnleashCommand, undo: undoCommand },
});
