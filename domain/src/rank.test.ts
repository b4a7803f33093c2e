import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rankBetween } from './rank.ts';

test('a key between two neighbours sorts between them, wherever items are inserted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
      const keys: string[] = [];
      for (const place of places) {
        const at = place % (keys.length + 1);
        const key = rankBetween(keys[at - 1] ?? null, keys[at] ?? null);
        keys.splice(at, 0, key);
      }
      assert.deepEqual(
        keys,
        [...new Set(keys)].toSorted((a, b) => (a < b ? -1 : 1)),
      );
      assert.ok(keys.every((key) => !key.endsWith('0')));
    }),
  );
});

test('ten thousand appended keys stay short', () => {
  let last: string | null = null;
  for (let i = 0; i < 10_000; i += 1) {
    const next: string = rankBetween(last, null);
    assert.ok(last === null || next > last);
    last = next;
  }
  assert.ok((last ?? '').length < 5, `${(last ?? '').length} letters`);
});

test('an unordered pair is an error, not a silent wrong key', () => {
  assert.throws(() => rankBetween('b', 'a'), /not below/);
  assert.throws(() => rankBetween('a', 'a'), /not below/);
});
