import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aContext, accepted, anId, anIdea, aReview, aTeam, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { Idea } from '../idea/idea.ts';
import { closeReview } from './review-decide.ts';
import { asDriver, decide, driver, reject } from './review-examples.ts';
import { undoInReview } from './review-undo-decide.ts';
import type { Review } from './review.ts';

describe('undoing', () => {
  const nothingMade = { story: null, task: null, placement: null, isLabelled: false, cameAgain: false, touched: false };
  const undo = (review: Review, idea: Idea | null, made: Partial<typeof nothingMade> = {}, by = asDriver) =>
    undoInReview(
      { review, idea, leftOver: 3, made: { ...nothingMade, ...made } },
      parsed('review.undo', { reviewId: review.id }),
      by,
    );

  test('takes the last decision back, and a keep is counted down', () => {
    const rejected = accepted(decide(reject)).value;
    const { value } = accepted(undo(rejected.review, rejected.idea));
    assert.deepEqual([value.idea.decision, value.idea.decidedAt, value.review.entries], [null, null, []]);
    const kept = accepted(decide({ kind: 'keep' })).value;
    assert.equal(accepted(undo(kept.review, kept.idea)).value.idea.keptCount, 0);
  });

  test('removes what a refinement made', () => {
    const team = aTeam();
    const { value, changes } = accepted(decide({ kind: 'refine', as: 'story', teamId: team.id }, { team }));
    const made = Object.fromEntries(changes.map((change) => [change.entity, change.value]));
    // What the changes above hold under these names.
    const parts = { story: made['story'], placement: made['placement'] } as unknown as Partial<typeof nothingMade>;
    const removed = eventsOf(undo(value.review, value.idea, parts));
    assert.deepEqual(removed, ['idea.decision_undone', 'item.removed', 'text.removed', 'story.removed', 'review.undone']);
    const task = { task: { id: anId.item() } } as unknown as Partial<typeof nothingMade>;
    assert.ok(eventsOf(undo(value.review, value.idea, task)).includes('task.removed'));
  });

  test('not what was worked on since, not without a decision, not for who does not drive', () => {
    const { review, idea } = accepted(decide(reject)).value;
    assert.equal(refused(undo(review, idea, { touched: true })).code, 'changed_since');
    assert.equal(refused(undo(aReview([anIdea()], driver), idea)).code, 'nothing_to_undo');
    assert.equal(refused(undo(review, null)).code, 'nothing_to_undo');
    assert.equal(refused(undo(review, idea, {}, aContext())).code, 'not_allowed');
  });
});

describe('after a review is closed', () => {
  const nothingMade = { story: null, task: null, placement: null, isLabelled: false, cameAgain: false, touched: false };
  const rejected = accepted(decide(reject)).value;
  const close = parsed('review.close', { reviewId: rejected.review.id });
  const closed = accepted(closeReview({ review: rejected.review, leftOver: 0 }, close, asDriver)).value;
  const undo = (review: Review, by = asDriver) =>
    undoInReview({ review, idea: rejected.idea, leftOver: 0, made: nothingMade }, { reviewId: review.id }, by);

  test('the answers go out half an hour later, and until then it is undone with figures that hold', () => {
    assert.deepEqual([closed.answersAt, closed.answeredAt], ['2026-03-02T12:30:00.000Z', null]);
    const { value } = accepted(undo(closed));
    assert.equal(value.idea.decision, null);
    assert.deepEqual([value.review.closedAt, value.review.entries, value.review.shownId], [noon, [], null]);
    assert.deepEqual([value.review.summary?.decided, value.review.summary?.leftOver], [0, 1]);
  });

  test('not once they are out, not by others, and not in a review of before there were any', () => {
    assert.match(refused(undo({ ...closed, answeredAt: noon })).message, /closed/);
    assert.equal(refused(undo(closed, aContext())).code, 'not_allowed');
    assert.match(refused(undo({ ...closed, answersAt: null })).message, /closed/);
  });
});
