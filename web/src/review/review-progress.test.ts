import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neighbourOf, shownIdea, trendOf, waitingIn, type Review } from './review-progress.ts';

function review(queue: string, decided: string, more: Partial<Review> = {}): Review {
  const entries = decided
    .split(' ')
    .filter(Boolean)
    .map((ideaId) => ({ ideaId, kind: 'reject' }));
  // Only what the functions read.
  return { queue: queue.split(' '), entries, shownId: null, closedAt: null, summary: null, ...more } as unknown as Review;
}

const all = new Set(['a', 'b', 'c', 'd']);

test('what was decided here, kept here or decided elsewhere no longer waits', () => {
  assert.deepEqual(waitingIn(review('a b c d', 'b'), all), ['a', 'c', 'd']);
  assert.deepEqual(waitingIn(review('a b c d', 'b'), new Set(['b', 'c'])), ['c']);
});

test('the next idea follows the last decided one, also after a jump, and starts over at the end', () => {
  const at = (decided: string) => {
    const run = review('a b c d', decided);
    return shownIdea(run, waitingIn(run, all));
  };
  assert.equal(at(''), 'a');
  assert.equal(at('a'), 'b');
  assert.equal(at('c'), 'd');
  assert.equal(at('a d'), 'b');
  assert.equal(at('a b c d'), null);
});

test('where the driver went is shown, unless it was decided meanwhile', () => {
  const at = (shownId: string, undecided = all) => {
    const run = review('a b c d', 'a', { shownId } as Partial<Review>);
    return shownIdea(run, waitingIn(run, undecided));
  };
  assert.equal(at('d'), 'd');
  assert.equal(at('a'), 'b');
  assert.equal(at('d', new Set(['b', 'c'])), 'b');
});

test('walking without deciding skips what is decided and goes around the ends', () => {
  const run = review('a b c d', 'b');
  const waiting = waitingIn(run, all);
  assert.equal(neighbourOf(run, waiting, 'a', 1), 'c');
  assert.equal(neighbourOf(run, waiting, 'c', -1), 'a');
  assert.equal(neighbourOf(run, waiting, 'd', 1), 'a');
  assert.equal(neighbourOf(run, waiting, 'a', -1), 'd');
  assert.equal(neighbourOf(run, [], 'a', 1), null);
});

test('the trend reads closed reviews of more than one idea, oldest first', () => {
  const summary = { decided: 1, rejected: 1, rejectedShare: 1, medianSeconds: 4, leftOver: 0 };
  const closed = (id: string, queue: string, day: string) =>
    review(queue, '', { id, startedAt: day, closedAt: day, summary } as unknown as Partial<Review>);
  const trend = trendOf([
    closed('late', 'a b', '2026-11-09'),
    closed('single', 'a', '2026-11-02'),
    closed('early', 'a b', '2026-11-01'),
    review('a b', ''),
  ]);
  assert.deepEqual(
    trend.map(({ id }) => String(id)),
    ['early', 'late'],
  );
});
