/** Telling people that their ideas were refused: half an hour after the review, in words that can be put better until then. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { Idea } from '../idea/idea.ts';
import type { OutputOf, ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { hasAnswer } from './answer-time.ts';
import { closedAt } from './review-decide.ts';
import type { Review } from './review.ts';

export interface AnswerState {
  /** Reviews whose answers are due, each with the ideas that it decided. */
  readonly due: readonly { readonly review: Review; readonly ideas: readonly Idea[] }[];
  /** Reviews that were left open for too long. */
  readonly left: readonly { readonly review: Review; readonly leftOver: number }[];
}

/** Closes what was left open, and marks each no as told: whoever follows the feed makes one notice of each. */
export function sendAnswers({ due, left }: AnswerState, { now }: DecisionContext): Decision<OutputOf<'review.answer'>> {
  const answers = due.flatMap(({ review, ideas }) => {
    const waiting = ideas.filter((idea) => waitsFor(idea, review)).map((idea): Idea => ({ ...idea, answeredAt: now }));
    const told: readonly Change[] = waiting.map((idea) => put('idea.answered', 'idea', idea));
    return [...told, put('review.answered', 'review', { ...review, answeredAt: now })];
  });
  const closing = left.map(({ review, leftOver }) => put('review.closed', 'review', closedAt(review, leftOver, now)));
  const value = { answered: answers.length - due.length, closed: left.length };
  return { changes: [...answers, ...closing], value };
}

/** It was this review that refused it, and nobody was told yet: it may have been decided again elsewhere. */
function waitsFor(idea: Idea, { entries }: Review): boolean {
  if (!hasAnswer(idea) || idea.answeredAt !== null) return false;
  return entries.some(({ ideaId, at }) => ideaId === idea.id && at === idea.decision?.at);
}

export function rewordAnswer({ idea }: { readonly idea: Idea }, input: ParsedInputOf<'review.reword'>): Decision<Idea> {
  const { decision } = idea;
  if (decision === null || decision.kind === 'refine') {
    return refuse('conflict', `${idea.handle} was not refused, so nobody gets an answer with a sentence.`);
  }
  if (idea.answeredAt !== null) {
    return refuse('conflict', `The answer about ${idea.handle} went out already. Say more in a comment on it.`);
  }
  const reworded: Idea = { ...idea, decision: { ...decision, sentence: input.sentence } };
  return { changes: [put('idea.reworded', 'idea', reworded)], value: reworded };
}
