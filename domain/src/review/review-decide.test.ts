import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aContext,
  accepted,
  anId,
  anIdea,
  aPlacement,
  aReview,
  aRoom,
  aTeam,
  eventsOf,
  noon,
  parsed,
  refused,
} from '../decision-examples.ts';
import { closeReview, driveReview, showInReview, startReview } from './review-decide.ts';
import { asDriver, decide, driver, reject, rejection, type IdeaDecision } from './review-examples.ts';
import { undoInReview } from './review-undo-decide.ts';
import type { Review } from './review.ts';

describe('starting', () => {
  test('takes the undecided ideas, the oldest first, or those that are named', () => {
    const young = anIdea({ capturedAt: '2026-02-02T00:00:00.000Z' });
    const old = anIdea({ capturedAt: '2026-01-02T00:00:00.000Z' });
    const ended = anIdea({ decision: rejection(), decidedAt: noon });
    const undecided = [young, old, ended];
    const { value } = accepted(startReview({ undecided, named: null }, parsed('review.start', {}), asDriver));
    assert.deepEqual(value.queue, [old.id, young.id]);
    assert.deepEqual([value.driverId, value.startedBy, value.startedAt], [driver, driver, noon]);
    const named = startReview({ undecided, named: [young] }, parsed('review.start', {}), asDriver);
    assert.deepEqual(accepted(named).value.queue, [young.id]);
  });

  test('with nothing undecided there is no review', () => {
    const state = { undecided: [], named: [anIdea({ decision: rejection() })] };
    assert.equal(refused(startReview(state, parsed('review.start', {}), asDriver)).code, 'conflict');
  });
});

describe('deciding', () => {
  test('a rejection keeps reason, sentence, decider and time, and is an entry of the review', () => {
    const { value } = accepted(decide(reject));
    assert.deepEqual(value.idea.decision, { ...reject, by: driver, at: noon });
    assert.equal(value.idea.decidedAt, noon);
    assert.deepEqual(value.review.entries, [{ ideaId: value.idea.id, kind: 'reject', by: driver, at: noon }]);
    assert.equal(value.itemId, null);
  });

  test('keeping counts, three times at most, and leaves the idea undecided', () => {
    const { value } = accepted(decide({ kind: 'keep' }, { idea: anIdea({ keptCount: 2 }) }));
    assert.deepEqual([value.idea.keptCount, value.idea.decision], [3, null]);
    assert.match(refused(decide({ kind: 'keep' }, { idea: anIdea({ keptCount: 3 }) })).message, /three times/);
  });

  test('merging names where it went; not into itself, not into what was merged itself', () => {
    const into = anIdea();
    const merge: IdeaDecision = { kind: 'merge', intoId: into.id, sentence: 'The same need.' };
    const { value } = accepted(decide(merge, { into }));
    assert.deepEqual(value.idea.decision, { ...merge, by: driver, at: noon });
    assert.match(refused(decide(merge, { into, idea: into })).message, /into itself/);
    assert.match(refused(decide(merge, { into: null })).message, /into itself/);
    const gone = anIdea({ decision: { kind: 'merge', intoId: into.id, sentence: 'x', by: driver, at: noon } });
    const no = refused(decide({ ...merge, intoId: gone.id }, { into: gone }));
    assert.deepEqual(no.details, { intoId: into.id });
    accepted(decide(merge, { into: { ...into, decision: rejection() } }));
  });

  test('refining makes a story in the team’s refinement with the idea’s words as its problem', () => {
    const team = aTeam();
    const idea = anIdea({ problem: 'Arrivals are retyped', context: 'Eighty on a Saturday' });
    const decision = decide({ kind: 'refine', as: 'story', teamId: team.id }, { idea, team, lastRank: 'm' });
    assert.deepEqual(eventsOf(decision), ['idea.refined', 'story.created', 'text.written', 'item.placed', 'review.decided']);
    const { changes, value } = accepted(decision);
    const text = changes.find((change) => change.entity === 'text')?.value;
    assert.deepEqual([text?.subjectId, text?.text], [value.itemId, 'Arrivals are retyped\n\nEighty on a Saturday']);
    const placement = changes.find((change) => change.entity === 'placement')?.value;
    assert.deepEqual([placement?.teamId, placement?.stepId, placement?.kind], [team.id, null, 'story']);
    assert.ok((placement?.rank ?? '') > 'm');
  });

  test('refining to a task makes no problem text, and needs a team that is there', () => {
    const team = aTeam();
    const refine: IdeaDecision = { kind: 'refine', as: 'task', teamId: team.id };
    const decision = decide(refine, { team, handle: 'TASK-3' });
    assert.deepEqual(eventsOf(decision), ['idea.refined', 'task.created', 'item.placed', 'review.decided']);
    const task = accepted(decision).changes.find((change) => change.entity === 'task')?.value;
    assert.equal(task?.handle, 'TASK-3');
    assert.equal(refused(decide(refine)).code, 'not_found');
    const plain = accepted(decide({ kind: 'refine', as: 'story', teamId: team.id }, { team, idea: anIdea({ context: null }) }));
    assert.equal(plain.changes.find((change) => change.entity === 'text')?.value?.text, anIdea().problem);
  });

  test('an idea that came later joins the queue; one that is in it stays where it is', () => {
    const queued = anIdea();
    const review = aReview([queued], driver);
    const late = anIdea();
    assert.deepEqual(accepted(decide(reject, { review, idea: late })).value.review.queue, [queued.id, late.id]);
    assert.deepEqual(accepted(decide(reject, { review, idea: queued })).value.review.queue, [queued.id]);
  });

  test('only who drives decides, only while it is open, and only what is undecided', () => {
    const idea = anIdea();
    const other = decide(reject, { idea }, aContext());
    assert.deepEqual(refused(other).details, { driverId: driver });
    const closed = aReview([idea], driver, { closedAt: noon });
    assert.match(refused(decide(reject, { idea, review: closed })).message, /closed/);
    const review = aReview([idea], driver);
    const again = decide(reject, { idea: { ...idea, decision: rejection() }, review });
    assert.equal(refused(again).code, 'already_decided');
  });
});

describe('refining what came back', () => {
  const team = aTeam();
  const former = aPlacement(team, { droppedAt: noon });
  const idea = anIdea({ itemId: former.id });
  const parked = { ...former, parkedAs: idea.id };
  const refine: IdeaDecision = { kind: 'refine', as: 'story', teamId: team.id };

  test('it is the item that it was, in the refinement of the team that is named', () => {
    const other = aTeam();
    const decided = decide({ ...refine, teamId: other.id }, { idea, team: other, former: parked });
    assert.deepEqual(eventsOf(decided), ['idea.refined', 'item.placed', 'review.decided']);
    assert.equal(accepted(decided).value.itemId, former.id);
    const placement = accepted(decided).changes.find((change) => change.entity === 'placement')?.value;
    assert.partialDeepStrictEqual(placement, { id: former.id, teamId: other.id, stepId: null, droppedAt: null, parkedAs: null });
  });

  test('undone it waits again, with nothing of it removed', () => {
    const { value } = accepted(decide(refine, { idea, team, former: parked }));
    const made = { story: null, task: null, placement: former, isLabelled: true, cameAgain: true, touched: false };
    const undone = undoInReview(
      { review: value.review, idea: value.idea, leftOver: 0, made },
      { reviewId: value.review.id },
      asDriver,
    );
    assert.deepEqual(eventsOf(undone), ['idea.decision_undone', 'item.parked', 'review.undone']);
    const placement = accepted(undone).changes.find((change) => change.entity === 'placement')?.value;
    assert.partialDeepStrictEqual(placement, { id: former.id, droppedAt: noon, parkedAs: idea.id });
  });

  test('a full refinement takes neither what is new nor what comes again', () => {
    const room = aRoom({ held: 10 });
    for (const one of [null, parked]) {
      assert.equal(refused(decide(refine, { idea, team, former: one, room })).code, 'refinement_full');
    }
    const declared = aRoom({ held: 10, basis: 'declared' });
    assert.equal(refused(decide(refine, { idea, team, room: declared })).code, 'reason_needed');
    const over = decide({ ...refine, over: { reason: 'A fair' } }, { idea, team, room: declared });
    const placement = accepted(over).changes.find((change) => change.entity === 'placement')?.value;
    assert.partialDeepStrictEqual(placement, { override: { reason: 'A fair', n: 11, k: 10 } });
  });
});

describe('driving and closing', () => {
  test('anybody takes over or hands over, until it is closed', () => {
    const review = aReview([anIdea()], driver);
    const other = anId.person();
    const take = driveReview({ review }, parsed('review.drive', { reviewId: review.id }), aContext({ memberId: other }));
    assert.equal(accepted(take).value.driverId, other);
    const give = driveReview({ review }, parsed('review.drive', { reviewId: review.id, driverId: other }), asDriver);
    assert.equal(accepted(give).value.driverId, other);
    const closed = { review: { ...review, closedAt: noon } };
    assert.equal(refused(driveReview(closed, parsed('review.drive', { reviewId: review.id }), asDriver)).code, 'conflict');
  });

  test('closing keeps the summary, once', () => {
    const { review } = accepted(decide(reject)).value;
    const { value } = accepted(closeReview({ review, leftOver: 4 }, parsed('review.close', { reviewId: review.id }), asDriver));
    assert.deepEqual([value.closedAt, value.summary?.decided, value.summary?.rejectedShare], [noon, 1, 1]);
    assert.equal(value.summary?.leftOver, 4);
    const again = closeReview({ review: value, leftOver: 0 }, parsed('review.close', { reviewId: review.id }), asDriver);
    assert.equal(refused(again).code, 'conflict');
  });
});

describe('showing', () => {
  const [first, second] = [anIdea(), anIdea()];
  const show = (review: Review, ideaId: string, by = asDriver) =>
    showInReview({ review }, parsed('review.show', { reviewId: review.id, ideaId }), by);

  test('where the driver goes is kept until the next decision; an undo goes to what it took back', () => {
    const review = aReview([first, second], driver);
    const shown = accepted(show(review, second.id)).value;
    assert.equal(shown.shownId, second.id);
    const decided = accepted(decide(reject, { idea: second, review: shown })).value;
    assert.equal(decided.review.shownId, null);
    const made = { story: null, task: null, placement: null, isLabelled: false, cameAgain: false, touched: false };
    const undo = undoInReview(
      { review: decided.review, idea: decided.idea, leftOver: 0, made },
      { reviewId: review.id },
      asDriver,
    );
    assert.equal(accepted(undo).value.review.shownId, second.id);
  });

  test('only the driver shows, only what is in the queue, and nothing that is decided', () => {
    const review = aReview([first], driver);
    assert.equal(refused(show(review, first.id, aContext())).code, 'not_allowed');
    assert.equal(refused(show(review, second.id)).code, 'not_found');
    const { review: decided } = accepted(decide(reject, { idea: first, review })).value;
    assert.equal(refused(show(decided, first.id)).code, 'already_decided');
    assert.equal(refused(show({ ...review, closedAt: noon }, first.id)).code, 'conflict');
  });
});
