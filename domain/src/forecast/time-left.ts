// How long what is under way still takes. Open items count as "longer than this so far" (Kaplan–Meier), because the percentile of finished
// items minus the age keeps an 85 % promise only 46 % of the time.
import { exp, ln } from './exp.ts';

/** An item's days from start (or commit) to its end, or to today while it is open. */
export type Duration = { readonly days: number; readonly ended: boolean };

const FEWEST_AT_RISK = 10;
const FEWEST_COMMIT_PAIRS = 30;
const TAIL_SHARE = 0.2;

/**
 * Days after today by which an item of age `age` is done with probability p; at least 1. `durations`: items started in the last 365 days, open ones
 * included. Where fewer than 10 items became older than `age`, or the record does not reach p, a Pareto tail answers; null when nothing ever ended.
 */
export function daysLeft(durations: readonly Duration[], age: number, p: number): number | null {
  const ended = durations.filter((one) => one.ended).map(({ days }) => days);
  if (ended.length === 0) return null;
  const atRisk = durations.filter(({ days }) => days > age).length;
  const seen = survival(durations);
  const survivesAge = survivalAt(seen, age);
  const reached = seen.find(({ days, share }) => days > age && 1 - share / survivesAge >= p - 1e-12);
  if (atRisk >= FEWEST_AT_RISK && reached) return reached.days - age;
  // The tail never answers less than the record has already seen: its last step did not reach p.
  const lastSeen = atRisk >= FEWEST_AT_RISK ? (seen.at(-1)?.days ?? 0) : 0;
  return Math.max(1, lastSeen - age, Math.ceil(paretoQuantile(Math.max(1, age), tailExponent(ended), p) - 1e-9) - age);
}

/**
 * Days after today by which a committed item that is not started is done with probability p. `queueDays` is when its place in the queue is reached, as
 * the simulation says it (null: beyond its limit). From 30 commit-to-done pairs on the record of those is asked too, and the later answer counts.
 */
export function daysLeftUnstarted(
  queueDays: number | null,
  commitToDone: readonly Duration[],
  age: number,
  p: number,
): number | null {
  const pairs = commitToDone.filter(({ ended }) => ended).length;
  if (queueDays === null || pairs < FEWEST_COMMIT_PAIRS) return queueDays;
  return Math.max(queueDays, daysLeft(commitToDone, age, p) ?? 0);
}

type Survival = readonly { readonly days: number; readonly share: number }[];

/** Kaplan–Meier: the share of items that take longer than `days`, at each length where an item ended, ascending. */
function survival(durations: readonly Duration[]): Survival {
  const sorted = durations.toSorted((a, b) => a.days - b.days);
  const steps: { days: number; share: number }[] = [];
  let share = 1;
  for (let i = 0; i < sorted.length;) {
    const days = sorted[i]?.days ?? 0;
    const atRisk = sorted.length - i;
    let ended = 0;
    for (; sorted[i]?.days === days; i++) if (sorted[i]?.ended) ended++;
    if (ended === 0) continue;
    share *= 1 - ended / atRisk;
    steps.push({ days, share });
  }
  return steps;
}

function survivalAt(steps: Survival, days: number): number {
  return steps.findLast((step) => step.days <= days)?.share ?? 1;
}

/** The Hill estimate of the longest fifth of the ended durations, clipped to 0.8 … 3. */
function tailExponent(ended: readonly number[]): number {
  const sorted = ended.toSorted((a, b) => b - a);
  const count = Math.max(1, Math.floor(sorted.length * TAIL_SHARE));
  const threshold = Math.max(1, sorted[count] ?? sorted.at(-1) ?? 1);
  const excess = sorted.slice(0, count).reduce((sum, days) => sum + ln(Math.max(1, days / threshold)), 0);
  return excess === 0 ? 3 : Math.min(3, Math.max(0.8, count / excess));
}

/** The length that is not passed with probability p by what has already lasted `from`. */
function paretoQuantile(from: number, exponent: number, p: number): number {
  return from * exp(-ln(1 - p) / exponent);
}
