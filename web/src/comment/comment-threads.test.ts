import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadsOf, type Comment } from './comment-threads.ts';

// Only these three fields are read.
const said = (id: string, minute: number, parentId: string | null = null) =>
  ({ id, parentId, createdAt: `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z` }) as unknown as Comment;

test('threads stand in the order in which they began, answers in theirs', () => {
  const threads = threadsOf([said('b', 5), said('a2', 9, 'a'), said('a', 1), said('a1', 3, 'a'), said('b1', 6, 'b')]);
  assert.deepEqual(
    threads.map(({ root, answers }) => [root.id, ...answers.map(({ id }) => id)]),
    [
      ['a', 'a1', 'a2'],
      ['b', 'b1'],
    ],
  );
});

test('an answer whose beginning is not there is not lost', () => {
  assert.deepEqual(
    threadsOf([said('x1', 2, 'x'), said('a', 1)]).map(({ root }) => root.id),
    ['a', 'x1'],
  );
});
