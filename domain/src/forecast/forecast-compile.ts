import { dayNumber, weekdayOfDay } from './day-number.ts';
import { ln, powerOfTwo } from './exp.ts';

/** One day of a team's record, in the team's time zone. */
export type DayRow = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** gated items finished on that day */
  readonly done: number;
  /** whether the team works on this day of the week */
  readonly working: boolean;
  /** the share of the team that was there, 0 to 1; 0 for a holiday or a declared pause */
  readonly available: number;
};

/** How many days of record a forecast reads. */
export const RECORD_DAYS = 182;
/** Entries of one weekday's table; a power of two, so that ten random bits choose one. */
export const TABLE_SIZE = 1024;
const HALF_LIFE_DAYS = 60;
/** Spread that is left however long the record is. */
const BASE_SIGMA = 0.3;
/** A short record may have met an unusual month: (4 / days)² more variance, 0.08 after two weeks and nothing to speak of after eight. */
const YOUNG_RECORD_DAYS = 4;
const ROSTER_HALF_LIFE_DAYS = 30;

/** A team's record as the simulation reads it. */
export type CompiledRecord = {
  /** Seven tables of `TABLE_SIZE` ascending values after each other, Monday first: what a draw finishes on such a day with everybody there. */
  readonly tables: Float32Array;
  /** Completions, each weighted by its age: how much the record knows. */
  readonly n: number;
  /** Spread of the pace factor that each trial draws, on the log scale. */
  readonly sigma: number;
  /** Expected completions of one working week with everybody there. */
  readonly weeklyRate: number;
};

/**
 * Compiles the days before `today` (today itself is not over, so it says nothing yet); at most the last 182 of them are read.
 * Days that are not working or had nobody there leave the pools. `extra` widens the spread after roster changes, see `rosterExtra`.
 */
export function compileRecord(days: readonly DayRow[], today: string, extra = 0): CompiledRecord {
  const todayNumber = dayNumber(today);
  const pools: Pool[] = Array.from({ length: 7 }, () => ({ entries: [], weight: 0, output: 0 }));
  let n = 0;
  let recordedDays = 0;
  for (const row of days) {
    const day = dayNumber(row.date);
    const daysAgo = todayNumber - day;
    if (daysAgo < 1 || daysAgo > RECORD_DAYS || row.available <= 0) continue;
    recordedDays++;
    if (!row.working) continue;
    const weight = powerOfTwo(-daysAgo / HALF_LIFE_DAYS);
    const value = row.done / row.available;
    n += row.done * weight;
    const pool = pools[weekdayOfDay(day) - 1];
    if (!pool) continue;
    pool.entries.push({ value, weight });
    pool.weight += weight;
    pool.output += value * weight;
  }
  const tables = new Float32Array(7 * TABLE_SIZE);
  let weeklyRate = 0;
  pools.forEach((pool, index) => {
    fillTable(tables.subarray(index * TABLE_SIZE, (index + 1) * TABLE_SIZE), pool);
    if (pool.weight > 0) weeklyRate += pool.output / pool.weight;
  });
  const young = YOUNG_RECORD_DAYS / Math.max(1, recordedDays);
  const variance = BASE_SIGMA * BASE_SIGMA + 1.5 / Math.max(1, n) + young * young + extra;
  return { tables, n, sigma: Math.min(0.9, Math.sqrt(variance)), weeklyRate };
}

/**
 * How much wider a forecast becomes after the team grew or shrank: 0.25 · ln(factor)² for each change, halving every 30 days.
 * `factor` is size after over size before, above 0. Changes after `today` count nothing yet.
 */
export function rosterExtra(changes: readonly { readonly date: string; readonly factor: number }[], today: string): number {
  let extra = 0;
  for (const { date, factor } of changes) {
    const daysAgo = dayNumber(today) - dayNumber(date);
    if (daysAgo >= 0) extra += 0.25 * ln(factor) * ln(factor) * powerOfTwo(-daysAgo / ROSTER_HALF_LIFE_DAYS);
  }
  return extra;
}

type Pool = { entries: { value: number; weight: number }[]; weight: number; output: number };

/** Repeats the pool's values in proportion to their weight. Ascending, so that rounding a share never loses more than one entry at a border. */
function fillTable(table: Float32Array, pool: Pool): void {
  const entries = pool.entries.toSorted((a, b) => a.value - b.value);
  let weightSoFar = 0;
  let from = 0;
  for (const { value, weight } of entries) {
    weightSoFar += weight;
    const to = Math.floor((weightSoFar / pool.weight) * TABLE_SIZE + 0.5);
    table.fill(value, from, to);
    from = to;
  }
}
