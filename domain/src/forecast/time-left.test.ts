import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysLeft, daysLeftUnstarted, type Duration } from './time-left.ts';

const ended = (...days: number[]): Duration[] => days.map((one) => ({ days: one, ended: true }));
const open = (...days: number[]): Duration[] => days.map((one) => ({ days: one, ended: false }));
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

test('without open items the days left are those of the finished ones that became older', () => {
  // Of 20 items of 1 … 20 days, ten became older than 10: 85 % of those ended by day 19.
  assert.equal(daysLeft(ended(...upTo(20)), 10, 0.85), 9);
  assert.equal(daysLeft(ended(...upTo(20)), 10, 0.9), 9);
  assert.equal(daysLeft(ended(...upTo(20)), 0, 0.5), 10);
});

test('open items count as longer than they are', () => {
  // Twelve at risk; four leave unseen after day 2, so each of the eight ends at 3 weighs one in eight.
  const durations = [...ended(1, 1, 2, 2), ...open(2, 2, 2, 2), ...ended(3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8)];
  assert.equal(daysLeft(durations, 1, 0.5), 4);
  assert.equal(daysLeft([...ended(1, 1, 2, 2), ...ended(3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8)], 1, 0.5), 4);
  assert.equal(daysLeft([...ended(2, 2, 2, 2, 2), ...open(2, 2, 2, 2, 2), ...ended(9, 9, 9, 9, 9)], 0, 0.6), 9);
  assert.equal(daysLeft([...ended(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), ...ended(9, 9, 9, 9, 9)], 0, 0.6), 2);
});

test('ten that became older are enough for the record, nine are not', () => {
  const flat = ended(...Array.from({ length: 20 }, () => 5), ...Array.from({ length: 10 }, () => 6));
  assert.equal(daysLeft(flat, 5, 0.85), 1);
  // With nine the tail answers: the longest fifth is 6, 6 … over a threshold of 6, so the exponent is 3 and 5 · 0.15^(−1/3) is 9.4.
  assert.equal(daysLeft(flat.slice(0, -1), 5, 0.85), 5);
});

test('the tail’s exponent is the Hill estimate of the longest fifth', () => {
  // Longest fifth 40 and 80 over a threshold of 20: 2 / (ln 2 + ln 4) = 0.962; 100 · 0.5^(−1/0.962) is 205.6.
  const durations = ended(1, 2, 3, 4, 5, 6, 7, 20, 40, 80);
  assert.equal(daysLeft(durations, 100, 0.5), 106);
});

test('the tail’s exponent is clipped to 0.8 … 3', () => {
  const heavy = ended(1, 1, 1, 1, 1, 1, 1, 1, 1000, 1000);
  assert.equal(daysLeft(heavy, 1000, 0.5), Math.ceil(1000 * 2 ** (1 / 0.8)) - 1000);
  const light = ended(10, 10, 10, 10, 10, 10, 10, 10, 10, 11);
  assert.equal(daysLeft(light, 1000, 0.5), Math.ceil(1000 * 2 ** (1 / 3)) - 1000);
});

test('where the record does not reach the share, the answer is not shorter than the record', () => {
  const durations = [...ended(...upTo(10)), ...ended(50), ...open(...Array.from({ length: 20 }, () => 60))];
  assert.ok((daysLeft(durations, 1, 0.85) ?? 0) >= 49);
});

test('at least one day is left, and nothing is said when nothing ever ended', () => {
  assert.equal(daysLeft(ended(1, 1, 1), 1, 0.1), 1);
  assert.equal(daysLeft(open(5, 6, 7), 3, 0.85), null);
  assert.equal(daysLeft([], 3, 0.85), null);
});

test('more certainty never leaves fewer days', () => {
  const duration = fc.record({ days: fc.integer({ min: 1, max: 90 }), ended: fc.boolean() });
  fc.assert(
    fc.property(fc.array(duration, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (durations, age) => {
      const half = daysLeft(durations, age, 0.5);
      const most = daysLeft(durations, age, 0.85);
      if (half === null || most === null) assert.equal(half, most);
      else assert.ok(half >= 1 && half <= most && Number.isInteger(most));
    }),
  );
});

test('what is not started follows its place in the queue until 30 pairs are known, then the later of both', () => {
  const pairs = (n: number) => ended(...Array.from({ length: n }, () => 40));
  assert.equal(daysLeftUnstarted(12, pairs(29), 1, 0.85), 12);
  assert.equal(daysLeftUnstarted(12, pairs(30), 1, 0.85), 39);
  assert.equal(daysLeftUnstarted(50, pairs(30), 1, 0.85), 50);
  assert.equal(daysLeftUnstarted(null, pairs(30), 1, 0.85), null);
  assert.equal(daysLeftUnstarted(12, [...pairs(29), ...open(100, 100)], 1, 0.85), 12);
});
