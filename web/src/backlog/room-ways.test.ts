import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Work } from '../story/item.ts';
import { leavingFirst, leavingNeeded, missingInRoom } from './room-ways.ts';

test('parking needs the item only, rejecting a sentence too, going over a reason', () => {
  assert.equal(missingInRoom({ way: 'park', leavingIds: [], sentence: '' }, 1), 'Choose what leaves.');
  assert.equal(missingInRoom({ way: 'park', leavingIds: ['sto_1'], sentence: '' }, 1), null);
  assert.equal(missingInRoom({ way: 'reject', leavingIds: ['sto_1'], sentence: ' ' }, 1), 'Write one sentence why.');
  assert.equal(missingInRoom({ way: 'reject', leavingIds: ['sto_1'], sentence: 'Not ours.' }, 1), null);
  assert.equal(missingInRoom({ way: 'over', leavingIds: [], sentence: '' }, 1), 'Write the reason: it stays with the item.');
  assert.equal(missingInRoom({ way: 'over', leavingIds: [], sentence: 'A fair.' }, 1), null);
});

test('as many leave as there is no room for, and all of them are chosen', () => {
  assert.equal(leavingNeeded({ held: 6, k: 6 }, 1), 1);
  assert.equal(leavingNeeded({ held: 6, k: 6 }, 3), 3);
  assert.equal(leavingNeeded({ held: 5, k: 6 }, 3), 2, 'one place is free');
  assert.equal(leavingNeeded({ held: 8, k: 6 }, 1), 3, 'it holds two more than it may');
  assert.equal(
    missingInRoom({ way: 'park', leavingIds: ['sto_1', 'sto_2'], sentence: '' }, 3),
    'Choose 3 that leave; 2 are chosen.',
  );
  assert.equal(missingInRoom({ way: 'park', leavingIds: ['sto_1', 'sto_2', 'sto_3'], sentence: '' }, 3), null);
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
