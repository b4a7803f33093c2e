import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysAtStart, elapsedDays, isOutlier, isSlow, isStale, serviceLevel, type FinishedItem } from './cycle-time.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const items = (n: number, type: string, size: string | null, plus = 0): FinishedItem[] =>
  upTo(n).map((days) => ({ type, size, days: days + plus }));

test('what starts and ends on one day took one day, weekends included', () => {
  assert.equal(elapsedDays('2026-11-20', '2026-11-20'), 1);
  assert.equal(elapsedDays('2026-11-20', '2026-11-23'), 4);
});

test('a service level needs 7 items, and is firm from 20', () => {
  assert.equal(serviceLevel(upTo(6), 0.85), null);
  assert.deepEqual(serviceLevel(upTo(7), 0.85), { days: 7, standing: 'provisional' });
  assert.deepEqual(serviceLevel(upTo(19), 0.85), { days: 17, standing: 'provisional' });
  assert.deepEqual(serviceLevel(upTo(20), 0.85), { days: 18, standing: 'firm' });
  assert.equal(serviceLevel(upTo(7), 0.95), null);
});

test('an item about to start is compared with 20 of its type and size, else 20 of its type, else all', () => {
  const story = { type: 'story', size: 'M' };
  const others = items(30, 'bug', 'M', 100);
  assert.equal(daysAtStart([...others, ...items(20, 'story', 'M')], story, 0.85), 18);
  assert.equal(daysAtStart([...items(20, 'story', 'L', 50), ...items(20, 'story', 'M')], story, 0.85), 18);
  assert.equal(daysAtStart([...others, ...items(19, 'story', 'M'), ...items(1, 'story', 'L', 50)], story, 0.85), 18);
  assert.equal(daysAtStart([...others, ...items(19, 'story', 'M')], story, 0.85), 124);
  assert.equal(daysAtStart(items(3, 'story', 'M'), story, 0.85), null);
});

test('an outlier lies above three interquartile ranges on the log scale', () => {
  // Quartiles 2 and 8: the line is 8 · 4³ = 512.
  const cycleDays = [1, 2, 2, 2, 4, 8, 8, 8, 9, 8, 2];
  assert.equal(isOutlier(511, cycleDays), false);
  assert.equal(isOutlier(513, cycleDays), true);
  assert.equal(isOutlier(1000, [5]), false);
  assert.equal(isOutlier(1000, []), false);
});

test('slow is above the 85th percentile of the ages at which items left the step', () => {
  assert.equal(isSlow(17, upTo(19)), false);
  assert.equal(isSlow(18, upTo(19)), true);
  assert.equal(isSlow(99, upTo(3)), false);
});

test('stale is longer on the backlog than the window', () => {
  assert.equal(isStale('2026-10-26', '2026-11-22', 28), false);
  assert.equal(isStale('2026-10-25', '2026-11-22', 28), true);
});
