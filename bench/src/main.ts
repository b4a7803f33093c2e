// npm run bench -- <name> [--only a,b] [--data DIR] [--json]: runs one bench (or all), prints its table, keeps its last result.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { run as app } from './app-bench.ts';
import { run as editor } from './editor-bench.ts';
import { run as flags } from './flags-bench.ts';
import { run as forecast } from './forecast-bench.ts';
import { run as judgement } from './judgement-bench.ts';
import { run as mutation } from './mutation-bench.ts';
import { run as road } from './road-bench.ts';
import type { Row } from './row.ts';
import { run as search } from './search-bench.ts';
import { run as snapshot } from './snapshot-bench.ts';
import { run as start } from './start-bench.ts';

const benches = { start, road, snapshot, search, app, editor, forecast, flags, judgement, mutation };
type BenchName = keyof typeof benches;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const names =
  positionals.length === 0
    ? benchNames().filter((name) => name !== 'mutation' && (name !== 'judgement' || values.data !== undefined))
    : positionals;
const all: Row[] = [];
for (const name of names) {
  if (!isBench(name)) {
    process.stderr.write(`There is no bench ${name}. There are ${benchNames().join(', ')}.\n`);
    process.exit(2);
  }
  const options = {
    json: values.json,
    ...(values.only !== undefined && { only: values.only.split(',') }),
    ...(values.data !== undefined && { data: values.data }),
  };
  const rows = await benches[name](options);
  all.push(...rows);
  if (!values.json) process.stdout.write(`${name}: ${machine()}\n${table(rows)}\n\n`);
  if (values.only === undefined) await keep(name, rows);
}
if (values.json) process.stdout.write(`${JSON.stringify(all)}\n`);

function benchNames(): BenchName[] {
  // Object.keys loses the literal types.
  return Object.keys(benches) as BenchName[];
}

function isBench(name: string): name is BenchName {
  return Object.hasOwn(benches, name);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `Shortlist ${manifest.version}, Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB`;
}

function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    String(row.value),
    row.unit,
    row.bar ?? '',
    row.met === undefined ? '' : row.met ? 'met' : 'NOT MET',
    row.peer ?? '',
  ]);
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => (line[column] ?? '').length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function keep(name: string, rows: readonly Row[]): Promise<void> {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}${name}.json`, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
}
