import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Work } from '../story/item.ts';
import { leavingFirst, missingInRoom } from './room-ways.ts';

test('parking needs the item only, rejecting a sentence too, going over a reason', () => {
  assert.equal(missingInRoom({ way: 'park', leavingId: null, sentence: '' }), 'Choose what leaves.');
  assert.equal(missingInRoom({ way: 'park', leavingId: 'sto_1', sentence: '' }), null);
  assert.equal(missingInRoom({ way: 'reject', leavingId: 'sto_1', sentence: ' ' }), 'Write one sentence why.');
  assert.equal(missingInRoom({ way: 'reject', leavingId: 'sto_1', sentence: 'Not ours.' }), null);
  assert.equal(missingInRoom({ way: 'over', leavingId: null, sentence: '' }), 'Write the reason: it stays with the item.');
  assert.equal(missingInRoom({ way: 'over', leavingId: null, sentence: 'A fair.' }), null);
});

test('what is farthest from ready stands first, among equals what has been there longest', () => {
  const work = (id: string, missing: number, enteredStepAt: string) =>
    ({
      id,
      readiness: { missing: Array.from({ length: missing }), points: [1, 2, 3, 4] },
      placement: { enteredStepAt },
    }) as unknown as Work;
  const works = [
    work('ready', 0, '2026-01-01'),
    work('new', 2, '2026-03-01'),
    work('old', 2, '2026-02-01'),
    work('far', 4, '2026-04-01'),
  ];
  assert.deepEqual(
    leavingFirst(works).map(({ id }) => id),
    ['far', 'old', 'new', 'ready'],
  );
});
