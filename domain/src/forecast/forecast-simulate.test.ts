import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleRecord } from './forecast-examples.ts';
import { compileRecord, TABLE_SIZE, type CompiledRecord } from './forecast-compile.ts';
import {
  BEYOND_LIMIT,
  chanceOf,
  countAt,
  dateAt,
  daysAt,
  queueDateAt,
  simulate,
  type SimulationQuestion,
} from './forecast-simulate.ts';

const today = '2026-11-22';
const record = compileRecord(
  exampleRecord({ today, length: 182, doneOn: (daysAgo) => ((daysAgo * 7) % 5 === 0 ? 3 : daysAgo % 3 === 0 ? 1 : 0) }),
  today,
);
const ask = (change: Partial<SimulationQuestion> = {}, from: CompiledRecord = record) =>
  simulate(from, { horizonDays: 28, target: 11, seed: 7, startDate: today, workingDays: [1, 2, 3, 4, 5], ...change });
/** A record without spread that finishes the same on every day of the week. */
const steady = (output: number): CompiledRecord => ({
  tables: new Float32Array(7 * TABLE_SIZE).fill(output),
  n: 1,
  sigma: 0,
  weeklyRate: 7 * output,
});

test('a fixed seed gives fixed numbers', () => {
  const answer = ask();
  const counts = [0.5, 0.7, 0.85, 0.95].map((p) => countAt(answer, p));
  const dates = [0.5, 0.7, 0.85, 0.95].map((p) => dateAt(answer, p));
  const chances = [1, 11, 14, 20].map((count) => chanceOf(answer, count));
  assert.deepEqual(
    { counts, dates, chances },
    {
      counts: [17, 13, 10, 7],
      dates: ['2026-12-09', '2026-12-15', '2026-12-21', '2026-12-30'],
      chances: [0.9995, 0.8324, 0.6887, 0.3861],
    },
  );
});

test('without spread the answer is arithmetic: one a day, on working days only', () => {
  const answer = ask({ target: 11 }, steady(1));
  assert.equal(countAt(answer, 0.5), 20);
  assert.equal(countAt(answer, 0.99), 20);
  // 2026-11-22 is a Sunday: the eleventh working day is Monday two weeks later.
  assert.equal(daysAt(answer, 0.85), 15);
  assert.equal(dateAt(answer, 0.85), '2026-12-07');
  assert.equal(countAt(ask({ workingDays: [1, 2, 3, 4, 5, 6, 7] }, steady(1)), 0.85), 28);
});

test('the horizon counts its last day, and none after it', () => {
  assert.equal(countAt(ask({ horizonDays: 1 }, steady(1)), 0.5), 1);
  assert.equal(countAt(ask({ horizonDays: 5, target: 0 }, steady(1)), 0.5), 5);
  assert.equal(countAt(ask({ horizonDays: 7, target: 50 }, steady(1)), 0.5), 5);
  assert.equal(countAt(ask({ horizonDays: 8, target: 50 }, steady(1)), 0.5), 6);
});

test('a share of the team finishes that share, and nobody finishes nothing', () => {
  const half = ask({ availability: Array.from({ length: 28 }, () => 0.5), target: 0 }, steady(4));
  assert.equal(countAt(half, 0.5), 40);
  const away = ask({ availability: Array.from({ length: 14 }, () => 0), target: 1 }, steady(4));
  assert.equal(countAt(away, 0.5), 40);
  assert.equal(daysAt(away, 0.5), 15);
});

test('fractions are kept on average', () => {
  const answer = ask({ target: 0 }, steady(0.3));
  const mean = answer.many.reduce((sum, count) => sum + count, 0) / answer.many.length;
  assert.ok(Math.abs(mean - 6) < 0.06, String(mean));
});

test('the pace factor spreads the counts by exp(σz), and slow months more than fast ones', () => {
  const answer = ask({ target: 0 }, Object.assign({}, steady(100), { sigma: 0.3 }));
  const log = (p: number) => Math.log(countAt(answer, p) / 2000) / 0.3;
  assert.ok(Math.abs(log(0.5)) < 0.04);
  assert.ok(Math.abs(log(0.85) + 1.036) < 0.06, String(log(0.85)));
  assert.ok(Math.abs(log(0.15) - 1.036) < 0.06, String(log(0.15)));
  assert.ok(Math.abs(log(0.05) - 1.645) < 0.08, String(log(0.05)));
  assert.ok(Math.abs(log(0.95) + 1.645 + 1.2 * 0.345 ** 2) < 0.08, String(log(0.95)));
  assert.ok(Math.abs(log(0.99) + 2.326 + 1.2 * 1.026 ** 2) < 0.35, String(log(0.99)));
});

test('what is not reached in 400 days is beyond, and says so', () => {
  const reached = ask({ target: 286, workingDays: [1, 2, 3, 4, 5] }, steady(1));
  const beyond = ask({ target: 287, workingDays: [1, 2, 3, 4, 5] }, steady(1));
  // 400 days after a Sunday are 57 weeks and a Monday: 286 working days.
  assert.equal(daysAt(reached, 0.5), 400);
  assert.equal(dateAt(reached, 0.5), '2027-12-27');
  assert.equal(beyond.when[0], BEYOND_LIMIT);
  assert.equal(daysAt(beyond, 0.5), null);
  assert.equal(dateAt(beyond, 0.5), null);
});

test('a record without output finishes nothing, ever', () => {
  const answer = ask({ target: 1 }, compileRecord([], today));
  assert.equal(countAt(answer, 0.05), 0);
  assert.equal(chanceOf(answer, 0), 1);
  assert.equal(chanceOf(answer, 1), 0);
  assert.equal(daysAt(answer, 0.05), null);
});

test('a target of nothing is done today', () => {
  const answer = ask({ target: 0 });
  assert.equal(daysAt(answer, 0.95), 0);
  assert.equal(dateAt(answer, 0.95), today);
});

test('how many does not depend on what was asked about when', () => {
  const counts = [0, 1, 11, 60].map((target) => Array.from(ask({ target, trials: 2_000 }).many));
  for (const other of counts) assert.deepEqual(other, counts[0]);
});

test('the count at p is reached by a share of p or more, and the next one by less', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0.5, 0.7, 0.85, 0.9, 0.95), (seed, p) => {
      const answer = ask({ seed, trials: 1_000 });
      const count = countAt(answer, p);
      assert.ok(chanceOf(answer, count) >= p);
      assert.ok(chanceOf(answer, count + 1) <= p);
    }),
    { numRuns: 30 },
  );
});

test('quantiles take the named place of the sorted trials', () => {
  const many = Int32Array.from({ length: 100 }, (_, index) => index);
  const when = Int16Array.from({ length: 100 }, (_, index) => index + 1);
  const answer = { startDate: today, many, when, finishedOn: new Int32Array(0) };
  assert.equal(countAt(answer, 0.85), 15);
  assert.equal(countAt(answer, 0.9), 10);
  assert.equal(countAt(answer, 0), 99);
  assert.equal(daysAt(answer, 0.85), 86);
  assert.equal(daysAt(answer, 1), 100);
  assert.equal(chanceOf(answer, 0), 1);
  assert.equal(chanceOf(answer, 15), 0.85);
  assert.equal(chanceOf(answer, 99), 0.01);
  assert.equal(chanceOf(answer, 100), 0);
});

test('more certainty promises fewer and later, a farther target is later, and half of the time brings no more', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 2, max: 56 }), (seed, target, horizonDays) => {
      const answer = ask({ seed, target, horizonDays, trials: 500 });
      assert.ok(countAt(answer, 0.95) <= countAt(answer, 0.85));
      assert.ok(countAt(answer, 0.85) <= countAt(answer, 0.5));
      assert.ok((daysAt(answer, 0.5) ?? BEYOND_LIMIT) <= (daysAt(answer, 0.95) ?? BEYOND_LIMIT));
      // The horizon's draws are shared, so a farther target within it is later in every single trial.
      const farther = daysAt(ask({ seed, target: target + 1, horizonDays, trials: 500 }), 0.85) ?? BEYOND_LIMIT;
      if (farther <= horizonDays) assert.ok((daysAt(answer, 0.85) ?? BEYOND_LIMIT) <= farther);
      const shorter = ask({ seed, target, horizonDays: Math.ceil(horizonDays / 2), trials: 500 });
      assert.ok(countAt(shorter, 0.5) <= countAt(answer, 0.5));
      // Within the horizon both answers are one: finishing the target by then is the same as finishing it many.
      const inTime = answer.when.filter((day) => day <= horizonDays).length / 500;
      assert.equal(inTime, chanceOf(answer, target));
    }),
    { numRuns: 60 },
  );
});

test('the whole queue has a date for each place, in order, and its last is the target’s', () => {
  const answer = ask({ wholeQueue: true });
  const dates = Array.from({ length: 11 }, (_, index) => queueDateAt(answer, index + 1, 0.85));
  assert.ok(dates.every((date, index) => index === 0 || (date ?? '') >= (dates[index - 1] ?? '')));
  assert.equal(dates.at(-1), dateAt(answer, 0.85));
  assert.equal(dates.at(-1), dateAt(ask(), 0.85));
  assert.deepEqual(answer.many, ask().many);
  const one = ask({ wholeQueue: true, target: 1 });
  assert.equal(dateAt(one, 0.85), dates[0]);
  assert.equal(ask().finishedOn.length, 0);
  assert.equal(queueDateAt(answer, 0, 0.85), null);
  assert.equal(queueDateAt(answer, 12, 0.85), null);
  const never = ask({ wholeQueue: true, target: 300 }, steady(1));
  assert.equal(queueDateAt(never, 1, 0.5), '2026-11-23');
  assert.equal(queueDateAt(never, 286, 0.5), '2027-12-27');
  assert.equal(queueDateAt(never, 287, 0.5), null);
});

test('a place of the queue takes the same place of the sorted trials as the target', () => {
  // One item; of a hundred trials one finishes it on each of the days 1 to 100.
  const finishedOn = Int32Array.from({ length: 401 }, (_, day) => (day >= 1 && day <= 100 ? 1 : 0));
  const when = Int16Array.from({ length: 100 }, (_, index) => index + 1);
  const answer = { startDate: today, many: new Int32Array(100), when, finishedOn };
  for (const p of [0.5, 0.85, 0.95]) assert.equal(queueDateAt(answer, 1, p), dateAt(answer, p));
});
