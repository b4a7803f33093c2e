/** Invented stories and criteria for tests. */
import type { DecisionContext } from '../decision.ts';
import { deriveId } from '../derive-id.ts';
import type { Id } from '../ids.ts';
import type { Criterion } from './criterion.ts';
import { newStory } from './new-item.ts';
import type { Question } from './question.ts';
import type { Story } from './story.ts';

export const mia = 'mem_mia' as Id<'person'>;
export const tom = 'mem_tom' as Id<'person'>;

/** A command of Mia's on an autumn morning. */
export function aContext(parts: Partial<DecisionContext> = {}): DecisionContext {
  const commandId = '019ab2c4-5d1e-7000-8000-000000000001';
  return {
    actor: { workspaceId: 'wsp_1' as Id<'workspace'>, memberId: mia, role: 'member', via: 'app' },
    now: '2026-11-23T09:00:00.000Z',
    newId: (kind, index = 0) => deriveId(commandId, kind, index),
    ...parts,
  };
}

export function aStory(parts: Partial<Story> = {}): Story {
  const context = aContext({ now: '2026-11-20T09:00:00.000Z' });
  const begun = newStory(context, { handle: 'STORY-1', title: 'Arrivals are seen at once', ideaId: null });
  const words = { personaId: 'per_1' as Id<'persona'>, need: 'know who has arrived', benefit: 'the right berth is free' };
  // What is left out is null, as the writer completes it.
  return { ...begun, id: 'sto_1' as Id<'item'>, ...words, ...parts } as Story;
}

/** `AC-<number>`, after those with lower numbers. */
export function aCriterion(number: number, parts: Partial<Criterion> = {}): Criterion {
  return {
    id: criterionId(number),
    storyId: 'sto_1' as Id<'item'>,
    number,
    parentId: null,
    rank: `a${number}`,
    text: `Statement ${number}`,
    example: null,
    verdicts: [],
    formerly: [],
    wordedAt: '2026-11-20T09:00:00.000Z',
    createdAt: '2026-11-20T09:00:00.000Z',
    ...parts,
  };
}

export function criterionId(number: number): Id<'criterion'> {
  return `ac_${number}` as Id<'criterion'>;
}

/** An open question of Mia's. */
export function aQuestion(parts: Partial<Question> = {}): Question {
  return {
    id: 'que_1' as Id<'question'>,
    storyId: 'sto_1' as Id<'item'>,
    text: 'Do guests see it too?',
    ownerId: null,
    askedBy: mia,
    askedAt: '2026-11-20T09:00:00.000Z',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    ...parts,
  };
}
