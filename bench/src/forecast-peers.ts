// What other tools do with the same record: the methods that the forecast must beat.
import { fillWords, xoshiro } from '@shortlist/domain/forecast/xoshiro.ts';

const TRIALS = 10_000;

/** Plain throughput Monte Carlo: each trial adds up days drawn from the recent ones, all alike and independent. Counts, one a trial, ascending. */
export function plainMonteCarlo(recent: readonly number[], horizonDays: number, seed: number): Int32Array {
  const state = xoshiro(seed);
  const words = new Int32Array(horizonDays);
  const counts = new Int32Array(TRIALS);
  for (let trial = 0; trial < TRIALS; trial++) {
    fillWords(words, state);
    let sum = 0;
    for (const word of words) sum += recent[Math.floor(((word >>> 0) / 4294967296) * recent.length)] ?? 0;
    counts[trial] = sum;
  }
  return counts.sort();
}

/** The average a day of the recent days, carried on. */
export function averageForecast(recent: readonly number[], horizonDays: number): number {
  return (recent.reduce((sum, done) => sum + done, 0) / Math.max(1, recent.length)) * horizonDays;
}
