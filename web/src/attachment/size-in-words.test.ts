import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeInWords } from './size-in-words.ts';

test('sizes are told in the unit that reads best, and never as a thousand of one', () => {
  const sizes = [1, 999, 1000, 1049, 9949, 9950, 12_400, 999_499, 999_500, 3_400_000, 26_214_400];
  assert.deepEqual(sizes.map(sizeInWords), [
    '1 B',
    '999 B',
    '1 kB',
    '1 kB',
    '9.9 kB',
    '10 kB',
    '12 kB',
    '999 kB',
    '1 MB',
    '3.4 MB',
    '26 MB',
  ]);
});
