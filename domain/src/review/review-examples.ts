// A review with somebody who drives it, for the tests of its decisions.
import { aContext, anId, anIdea, aReview, aRoom, noon, parsed } from '../decision-examples.ts';
import type { Idea } from '../idea/idea.ts';
import type { InputOf } from '../operations.ts';
import { decideInReview, type DecideState } from './review-decide.ts';

export const driver = anId.person();
export const asDriver = aContext({ memberId: driver });

export function rejection(): NonNullable<Idea['decision']> {
  return { kind: 'reject', reason: 'no_room', sentence: 'Other needs weigh more.', by: driver, at: noon };
}

export type IdeaDecision = InputOf<'review.decide'>['decision'];

/** The driver decides an undecided idea of an open review, unless told otherwise. */
export function decide(decision: IdeaDecision, parts: Partial<DecideState> = {}, by = asDriver) {
  const idea = parts.idea ?? anIdea();
  const review = parts.review ?? aReview([idea], driver);
  const state = {
    review,
    idea,
    into: null,
    team: null,
    lastRank: null,
    room: aRoom(),
    former: null,
    labelIds: [],
    handle: 'STORY-1',
    ...parts,
  };
  return decideInReview(state, parsed('review.decide', { reviewId: review.id, ideaId: idea.id, decision }), by);
}

export const reject: IdeaDecision = { kind: 'reject', reason: 'unclear_impact', sentence: 'Nobody could say whom it helps.' };
