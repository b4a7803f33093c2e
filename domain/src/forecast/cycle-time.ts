import { dayNumber } from './day-number.ts';
import { ln } from './exp.ts';
import { percentileByRank } from './percentile.ts';

/** How long one finished item took: elapsed days, both ends counted. */
export type FinishedItem = { readonly type: string; readonly size: string | null; readonly days: number };

const FIRST_FIGURE_ITEMS = 7;
const FIRM_ITEMS = 20;

/**
 * Elapsed days from one date to another, both counted, so that what starts and ends on one day took 1. From started to done it is the cycle time, from
 * committed to done the commit-to-done time, from started to today the age. Dates `YYYY-MM-DD` in the team's zone (`dayFinder` gives them).
 */
export function elapsedDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** A team's service level expectation: days within which a share p of its items are done; provisional from 7 items, firm from 20, null before. */
export function serviceLevel(cycleDays: readonly number[], p: number): { days: number; standing: 'provisional' | 'firm' } | null {
  const days = cycleDays.length < FIRST_FIGURE_ITEMS ? null : percentileByRank(cycleDays, p);
  return days === null ? null : { days, standing: cycleDays.length < FIRM_ITEMS ? 'provisional' : 'firm' };
}

/**
 * Days an item about to start takes with probability p, from the cycle times of the last 182 days: those of its type and size if there are 20, else of its
 * type if there are 20, else all. Null when even all of them cannot say it.
 */
export function daysAtStart(
  finished: readonly FinishedItem[],
  item: Pick<FinishedItem, 'type' | 'size'>,
  p: number,
): number | null {
  const ofType = finished.filter(({ type }) => type === item.type);
  const ofSize = ofType.filter(({ size }) => size === item.size);
  const alike = [ofSize, ofType].find((group) => group.length >= FIRM_ITEMS) ?? finished;
  return percentileByRank(
    alike.map(({ days }) => days),
    p,
  );
}

/**
 * Whether a cycle time is an outlier: above the third quartile plus three interquartile ranges, on the log scale. False without enough items for quartiles.
 * Outliers are marked and asked about, never dropped.
 */
export function isOutlier(days: number, cycleDays: readonly number[]): boolean {
  const logs = cycleDays.map((value) => ln(value));
  const lower = percentileByRank(logs, 0.25);
  const upper = percentileByRank(logs, 0.75);
  return lower !== null && upper !== null && ln(days) > upper + 3 * (upper - lower);
}

/** Whether an item is slow in its step: its age there is above the 85th percentile of past items' ages when they left that step. False without enough of them. */
export function isSlow(ageInStep: number, agesAtExit: readonly number[]): boolean {
  const usual = percentileByRank(agesAtExit, 0.85);
  return usual !== null && ageInStep > usual;
}

/** Whether an item is stale: on the backlog for longer than the window. `committed` and `today` are dates in the team's zone. */
export function isStale(committed: string, today: string, windowDays: number): boolean {
  return elapsedDays(committed, today) > windowDays;
}
