import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, accepted, anId, anIdea, aReview, eventsOf, noon, parsed, refused } from '../decision-examples.ts';
import type { Idea } from '../idea/idea.ts';
import { rewordAnswer, sendAnswers } from './answer-decide.ts';
import type { Review } from './review.ts';

const by = anId.person();
const rejection = { kind: 'reject' as const, reason: 'no_room' as const, sentence: 'Not now.', by, at: noon };
const anAnswer = (parts: Partial<Idea> = {}) => anIdea({ decision: rejection, decidedAt: noon, ...parts });
const later = '2026-03-02T12:30:00.000Z';
const context = aContext({ memberId: null, now: later });

function reviewOf(ideas: readonly Idea[]): Review {
  const review = aReview(
    ideas.map((idea) => ({ ...idea, decision: null })),
    by,
  );
  const entries = ideas.map(({ id, decision }) => ({ ideaId: id, kind: 'reject' as const, by, at: decision?.at ?? noon }));
  return { ...review, closedAt: noon, answersAt: later, entries };
}

const send = (ideas: readonly Idea[], review = reviewOf(ideas)) => sendAnswers({ due: [{ review, ideas }], left: [] }, context);

test('each no of the review is marked as told, once, and so is the review', () => {
  const ideas = [anAnswer(), anAnswer({ decision: { ...rejection, kind: 'merge', intoId: anIdea().id } as Idea['decision'] })];
  const sent = send(ideas);
  assert.deepEqual(eventsOf(sent), ['idea.answered', 'idea.answered', 'review.answered']);
  assert.deepEqual(accepted(sent).value, { answered: 2, closed: 0 });
  for (const { value } of accepted(sent).changes) assert.partialDeepStrictEqual(value, { answeredAt: later });
});

test('what was taken back, refined, told before or decided again elsewhere is not told', () => {
  const [undone, told] = [anAnswer(), anAnswer({ answeredAt: noon })];
  const refined = anAnswer({
    decision: { kind: 'refine', itemId: anId.item(), teamId: 'team_1', by, at: noon } as Idea['decision'],
  });
  const again = anAnswer();
  const review = reviewOf([undone, told, refined, again]);
  const now = [
    { ...undone, decision: null, decidedAt: null },
    told,
    refined,
    { ...again, decision: { ...rejection, at: '2026-03-02T12:10:00.000Z' } },
  ];
  assert.deepEqual(eventsOf(send(now, review)), ['review.answered']);
});

test('a review that was left open is closed, and its answers wait as those of any other', () => {
  const review = { ...reviewOf([anAnswer()]), closedAt: null, answersAt: null };
  const closed = sendAnswers({ due: [], left: [{ review, leftOver: 2 }] }, context);
  assert.deepEqual(eventsOf(closed), ['review.closed']);
  const [change] = accepted(closed).changes;
  assert.partialDeepStrictEqual(change?.value, {
    closedAt: later,
    answersAt: '2026-03-02T13:00:00.000Z',
    summary: { leftOver: 2 },
  });
});

test('a sentence is put better until it went out, and only where there is one', () => {
  const input = (idea: Idea) => parsed('review.reword', { ideaId: idea.id, sentence: 'Ask again in May.' });
  const idea = anAnswer();
  const { value } = accepted(rewordAnswer({ idea }, input(idea)));
  assert.deepEqual(value.decision, { ...rejection, sentence: 'Ask again in May.' });
  assert.match(refused(rewordAnswer({ idea: anIdea() }, input(idea))).message, /not refused/);
  const told = anAnswer({ answeredAt: noon });
  assert.match(refused(rewordAnswer({ idea: told }, input(told))).message, /went out already/);
});
