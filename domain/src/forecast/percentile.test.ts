import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentileByRank } from './percentile.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => n - index);

test('the percentile is the value at rank ceil((n + 1)p)', () => {
  assert.equal(percentileByRank(upTo(19), 0.85), 17);
  assert.equal(percentileByRank(upTo(20), 0.85), 18);
  assert.equal(percentileByRank(upTo(7), 0.85), 7);
  assert.equal(percentileByRank([5, 1, 3], 0.5), 3);
});

test('too few values say nothing', () => {
  assert.equal(percentileByRank([], 0.5), null);
  assert.equal(percentileByRank(upTo(5), 0.85), null);
  assert.equal(percentileByRank(upTo(6), 0.85), 6);
});

test('values are compared as numbers and left in their order', () => {
  const values = [100, 9, 20];
  assert.equal(percentileByRank(values, 0.75), 100);
  assert.deepEqual(values, [100, 9, 20]);
});
