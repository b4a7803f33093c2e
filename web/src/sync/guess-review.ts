// Guesses of the review.
import { rewordAnswer } from '@shortlist/domain/review/answer-decide.ts';
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { labellingId } from '@shortlist/domain/label/labels-of.ts';
import { closeReview, decideInReview, driveReview, showInReview, startReview } from '@shortlist/domain/review/review-decide.ts';
import { undoInReview } from '@shortlist/domain/review/review-undo-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { openRoom } from './guess-backlog.ts';
import { changesOf } from './guess-of.ts';
import type { StoreReader } from './store.ts';

export const guessStart: MakeGuess<'review.start'> = (read, input, context) => {
  const undecided = read.all('idea').filter((idea) => idea.decision === null);
  const named = input.ideaIds?.map((id) => read.get('idea', id)).filter((idea) => idea !== undefined) ?? null;
  // The ids were only needed to find the ideas.
  return changesOf(startReview({ undecided, named }, {}, context));
};

export const guessDecide: MakeGuess<'review.decide'> = (read, input, context) => {
  const review = read.get('review', input.reviewId);
  const idea = read.get('idea', input.ideaId);
  if (review === undefined || idea === undefined) return null;
  const { decision } = input;
  const into = decision.kind === 'merge' ? (read.get('idea', decision.intoId) ?? null) : null;
  const team = decision.kind === 'refine' ? (read.get('team', decision.teamId) ?? null) : null;
  const labelIds = read.get('labelling', labellingId(idea.id))?.labelIds ?? [];
  const lastRank = team === null ? null : highestRank(read, team.id);
  // The references were found above, so they are the server's own ids.
  const parsed = input as Parameters<typeof decideInReview>[1];
  const placement = read.get('placement', idea.itemId);
  const former =
    decision.kind === 'refine' && placement?.kind === decision.as && placement.parkedAs === idea.id ? placement : null;
  const state = { review, idea, into, team, lastRank, room: openRoom, former, labelIds, handle: '' };
  return changesOf(decideInReview(state, parsed, context));
};

export const guessUndo: MakeGuess<'review.undo'> = (read, input, context) => {
  const review = read.get('review', input.reviewId);
  const last = review?.entries.at(-1);
  if (review === undefined || last === undefined) return null;
  const idea = read.get('idea', last.ideaId) ?? null;
  const itemId = last.kind === 'refine' && idea?.decision?.kind === 'refine' ? idea.decision.itemId : null;
  const made = {
    story: read.get('story', itemId) ?? null,
    task: read.get('task', itemId) ?? null,
    placement: read.get('placement', itemId) ?? null,
    criteria: itemId === null ? [] : read.by('criterion', 'storyId', itemId),
    evidenceCount: 0,
    isLabelled: itemId !== null && read.get('labelling', labellingId(itemId)) !== undefined,
    cameAgain: itemId !== null && idea?.itemId === itemId,
    // Whether it was worked on, only the server can tell.
    touched: false,
  };
  return changesOf(undoInReview({ review, idea, leftOver: leftOverOf(read, review), made }, { reviewId: review.id }, context));
};

export const guessShow: MakeGuess<'review.show'> = (read, input, context) => {
  const review = read.get('review', input.reviewId);
  // As above.
  return review === undefined ? null : changesOf(showInReview({ review }, input as Parameters<typeof showInReview>[1], context));
};

export const guessDrive: MakeGuess<'review.drive'> = (read, input, context) => {
  const review = read.get('review', input.reviewId);
  // The references of the input are the server's own ids, brands apart.
  return review === undefined ? null : changesOf(driveReview({ review }, input as Parameters<typeof driveReview>[1], context));
};

export const guessClose: MakeGuess<'review.close'> = (read, input, context) => {
  const review = read.get('review', input.reviewId);
  if (review === undefined) return null;
  return changesOf(closeReview({ review, leftOver: leftOverOf(read, review) }, { reviewId: review.id }, context));
};

function leftOverOf(read: StoreReader, review: EntityOf<'review'>): number {
  const decided = new Set(review.entries.map((entry) => entry.ideaId));
  return review.queue.filter((id) => !decided.has(id) && read.get('idea', id)?.decision === null).length;
}

export const guessReword: MakeGuess<'review.reword'> = (read, input) => {
  const idea = read.get('idea', input.ideaId);
  return idea === undefined ? null : changesOf(rewordAnswer({ idea }, { ideaId: idea.id, sentence: input.sentence.trim() }));
};

/** The rank that a team's new item comes after. */
function highestRank(read: StoreReader, teamId: EntityOf<'team'>['id']): string | null {
  let highest: string | null = null;
  for (const { rank } of read.by('placement', 'teamId', teamId)) if (highest === null || rank > highest) highest = rank;
  return highest;
}
