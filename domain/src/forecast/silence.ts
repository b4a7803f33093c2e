import { addDays } from './day-number.ts';
import type { DayRow } from './forecast-compile.ts';
import { percentileByRank } from './percentile.ts';

/** A time without any completion that is too long to be chance. */
export type Silence = {
  /** The day of the last completion. */
  readonly lastDone: string;
  /** Days the team worked since, today not counted. */
  readonly workingDays: number;
};

const SILENT_WORKING_DAYS = 10;
const USUAL_SHARE = 0.95;

/**
 * Whether nothing was finished for 10 working days, or for three times the team's longest usual gap where that is longer (a team that finishes one
 * item a fortnight is not silent every fortnight). The longest usual gap is the 95th percentile of the gaps between completions, so that
 * one long holiday does not hide the next silence. Null too when today saw a completion, or no day ever did.
 */
export function findSilence(days: readonly DayRow[], today: string): Silence | null {
  const gaps: number[] = [];
  let lastDone: string | null = null;
  let sinceDone = 0;
  for (const row of days) {
    if (row.date > today) break;
    if (row.done > 0) {
      if (lastDone !== null) gaps.push(sinceDone);
      lastDone = row.date;
      sinceDone = 0;
    } else if (row.working && row.available > 0 && row.date < today) sinceDone++;
  }
  if (lastDone === null) return null;
  const usual = percentileByRank(gaps, USUAL_SHARE) ?? Math.max(0, ...gaps);
  return sinceDone >= Math.max(SILENT_WORKING_DAYS, 3 * usual) ? { lastDone, workingDays: sinceDone } : null;
}

/** The day from which the record before a silence is read, as if it were that day's morning. */
export function dayAfterLastDone(silence: Silence): string {
  return addDays(silence.lastDone, 1);
}
