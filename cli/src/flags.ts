import { stat, writeFile } from 'node:fs/promises';
import { flagTypesFile } from '@shortlist/domain/flag/flag-types.ts';
import { scanText, type ScanHit } from '@shortlist/domain/flag/scan-text.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import type { Client } from '@shortlist/sdk/client.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';
import { reportedLines, reportOf, repositoryNameOf } from './scan-report.ts';
import { sourceFiles, type Passed } from './scan-files.ts';

type Flag = OutputOf<'flag.list'>['items'][number];
type Place = { readonly file: string; readonly line: number };
type Found = Readonly<Record<ScanHit['how'], Readonly<Record<string, readonly Place[]>>>>;

const url = { type: 'string', description: 'The server; needs SHORTLIST_TOKEN' } as const;

const scanCommand = defineCommand({
  meta: {
    name: 'scan',
    description: 'Finds the flags in a folder of code, those that are gone from it, and those that nobody knows.',
  },
  args: {
    folder: { type: 'positional', description: 'The folder', required: false, default: '.' },
    json: { type: 'boolean', description: 'Print what was found as JSON' },
    report: {
      type: 'boolean',
      description: 'Tell the server, as a step of CI: it knows then which flags are gone from the code',
    },
    repository: {
      type: 'string',
      description: 'What the folder is called in the report; as CI or the git remote say unless given',
    },
    url,
  },
  run: async ({ args }) => {
    const isFolder = await stat(args.folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new CommandError(`There is no folder ${args.folder}. Name the folder that holds the code.`);
    const client = connect(args.url);
    const keys = new Set((await client.call('flag.keys', {})).keys);
    const passed: Passed = { large: 0, binary: 0, unreadable: 0, isCut: false };
    const found: Record<ScanHit['how'], Record<string, Place[]>> = { used: {}, possible: {}, unknown: {} };
    let files = 0;
    for await (const { path, text } of sourceFiles(args.folder, passed)) {
      files += 1;
      for (const { key, line, how } of scanText(text, { keys })) (found[how][key] ??= []).push({ file: path, line });
    }
    const gone = [...keys].filter((key) => !Object.hasOwn(found.used, key) && !Object.hasOwn(found.possible, key));
    if (args.report) await report(client, args.repository ?? (await repositoryNameOf(args.folder)), files, found, passed);
    else if (args.json) process.stdout.write(`${JSON.stringify({ files, passed, ...found, gone }, null, 2)}\n`);
    else process.stdout.write(`${reportLines(found, gone, files, passed).join('\n')}\n`);
  },
});

async function report(client: Client, repository: string, files: number, found: Found, passed: Passed): Promise<void> {
  // What was not read may hold the flags that were not found.
  if (passed.isCut || passed.unreadable > 0) {
    const left = passed.isCut ? 'it has more than 200,000 files' : `${passed.unreadable} files or folders could not be read`;
    throw new CommandError(
      `Nothing was reported: ${left}. Report its parts, each with its own --repository, or make them readable.`,
    );
  }
  const answer = await client.call('flag.reportScan', reportOf(repository, files, found));
  process.stdout.write(`${reportedLines(repository, answer).join('\n')}\n`);
}

const typesCommand = defineCommand({
  meta: { name: 'types', description: 'Writes a TypeScript file with the keys of all flags and the types of their values.' },
  args: { out: { type: 'string', description: 'The file; printed unless given' }, url },
  run: async ({ args }) => {
    const flags = await allFlags(connect(args.url));
    const file = flagTypesFile(flags);
    if (args.out === undefined) process.stdout.write(file);
    else {
      await writeFile(args.out, file);
      process.stdout.write(`${args.out}: ${flags.length} flags\n`);
    }
  },
});

export const flagsCommand = defineCommand({
  meta: { name: 'flags', description: 'Flags in code: where they are, and their types.' },
  subCommands: { scan: scanCommand, types: typesCommand },
});

async function allFlags(client: Client): Promise<Flag[]> {
  const flags: Flag[] = [];
  let after: string | undefined;
  do {
    const page = await client.call('flag.list', { limit: 1_000, ...(after !== undefined && { after }) });
    flags.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return flags;
}

function reportLines(found: Found, gone: readonly string[], files: number, passed: Passed): string[] {
  const part = (title: string, places: Readonly<Record<string, readonly Place[]>>): string[] => {
    const keys = Object.keys(places).toSorted((a, b) => (a < b ? -1 : 1));
    return keys.length === 0
      ? []
      : [title, ...keys.flatMap((key) => [`  ${key}`, ...(places[key] ?? []).map(({ file, line }) => `    ${file}:${line}`)])];
  };
  const left = [
    passed.large > 0 ? `${passed.large} larger than 1 MB` : '',
    passed.binary > 0 ? `${passed.binary} binary` : '',
    passed.unreadable > 0 ? `${passed.unreadable} unreadable` : '',
    passed.isCut ? 'all after the first 200,000' : '',
  ].filter((one) => one !== '');
  return [
    ...part('In the code:', found.used),
    ...part('Possible, put together from parts:', found.possible),
    ...part('Asked for in the code, and not a flag here:', found.unknown),
    ...(gone.length === 0 ? [] : ['Not in the code:', ...gone.map((key) => `  ${key}`)]),
    `${files} files read${left.length > 0 ? `; passed over: ${left.join(', ')}` : ''}.`,
  ];
}
