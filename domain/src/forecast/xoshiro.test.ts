import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillWords, hashText, nextWord, unitOfWord, wordStream, xoshiro } from './xoshiro.ts';

test('the generator gives the published sequence of xoshiro128** for the state 1, 2, 3, 4', () => {
  const words = new Int32Array(10);
  fillWords(words, Int32Array.of(1, 2, 3, 4));
  const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
  assert.deepEqual(
    Array.from(words, (word) => word >>> 0),
    published,
  );
});

test('filling goes on where the last filling ended', () => {
  const whole = new Int32Array(7);
  fillWords(whole, xoshiro(3));
  const state = xoshiro(3);
  const parts = [new Int32Array(3), new Int32Array(4)];
  for (const part of parts) fillWords(part, state);
  assert.deepEqual(
    parts.flatMap((part) => Array.from(part)),
    [...whole],
  );
});

test('a stream hands out every word of its generator once, beyond its first stock too', () => {
  const expected = new Int32Array(9_000);
  fillWords(expected, xoshiro(42));
  const stream = wordStream(42);
  assert.deepEqual(
    Array.from(expected, () => nextWord(stream)),
    [...expected],
  );
});

test('seeds and hashes are fixed for ever, and neighbours share nothing', () => {
  assert.deepEqual([hashText(''), hashText('a'), hashText('b')], [2872998923, 444641715, 2193908274]);
  assert.deepEqual([...xoshiro(0)], [-1832243442, 1020716019, 454327756, 1275600319]);
  assert.deepEqual([...xoshiro(1)], [-1767835285, 314344336, -1759602332, 2041432039]);
});

test('a word becomes a number strictly between 0 and 1', () => {
  assert.equal(unitOfWord(0), 0.5 / 4294967296);
  assert.equal(unitOfWord(-1), (4294967295 + 0.5) / 4294967296);
  assert.ok(unitOfWord(-1) < 1);
});
