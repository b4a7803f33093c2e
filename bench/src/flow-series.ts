// Reads a folder of work-item histories (`<data>/flow/*.csv`: id,type,size,created,started,done) as completions per day.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dayNumber } from '@shortlist/domain/forecast/day-number.ts';

/** A gap without any completion this long is a declared pause: the README of `data/flow` names gaps of 59 days and more. */
const DECLARED_GAP_DAYS = 58;

export type FlowSeries = {
  readonly name: string;
  /** day number of `done[0]` */
  readonly firstDay: number;
  /** completions per day (UTC), from the first to the last completion, days without any included */
  readonly done: readonly number[];
  /** indexes into `done`, first and last day of each declared pause */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
};

/** All series of a data folder that finished anything, by name; none where it has no `flow`. Rows made by robots or releases, and rows never finished, are dropped. */
export function readFlowSeries(dataFolder: string): FlowSeries[] {
  const folder = join(dataFolder, 'flow');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  const all = files.toSorted().map((file) => flowSeries(basename(file, '.csv'), readFileSync(join(folder, file), 'utf8')));
  return all.filter(({ done }) => done.length > 0);
}

function flowSeries(name: string, csv: string): FlowSeries {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const columns = header.split(',');
  const typeColumn = columns.indexOf('type');
  const doneColumn = columns.indexOf('done');
  const doneDays: number[] = [];
  for (const line of lines) {
    const cells = line.split(',');
    const type = cells[typeColumn];
    const finished = cells[doneColumn];
    if (type !== 'bot' && type !== 'release' && finished) doneDays.push(dayNumber(finished.slice(0, 10)));
  }
  if (doneDays.length === 0) return { name, firstDay: 0, done: [], gaps: [] };
  const sorted = doneDays.toSorted((a, b) => a - b);
  const firstDay = sorted[0] ?? 0;
  const done = Array.from({ length: (sorted.at(-1) ?? 0) - firstDay + 1 }, () => 0);
  for (const day of sorted) done[day - firstDay] = (done[day - firstDay] ?? 0) + 1;
  return { name, firstDay, done, gaps: gapsOf(done) };
}

function gapsOf(done: readonly number[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let lastDone = 0;
  done.forEach((count, day) => {
    if (count === 0) return;
    if (day - lastDone > DECLARED_GAP_DAYS) gaps.push({ from: lastDone + 1, to: day - 1 });
    lastDone = day;
  });
  return gaps;
}
