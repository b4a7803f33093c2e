// The check of an opened story, live: what is typed, what is saved, and what the workspace has taught it.
import type { StoryCheck } from '@shortlist/domain/check/check-finding.ts';
import { knowledgeOf } from '@shortlist/domain/check/check-knowledge.ts';
import { checkStory } from '@shortlist/domain/check/check-story.ts';
import type { Dismissal } from '@shortlist/domain/check/dismissal.ts';
import { useMemo, type RefObject } from 'react';
import { useText } from '../sync/use-query.ts';
import { usePersona } from '../persona/persona-of.ts';
import { useAll, useBy } from '../sync/use-store.ts';
import type { Criterion, Story } from '../story/item.ts';
import { useTypedTexts } from './use-typed-texts.ts';

export interface LiveCheck {
  readonly check: StoryCheck;
  /** The name of whom the story is about; empty where it names nobody. */
  readonly persona: string;
  readonly dismissals: readonly Dismissal[];
  readonly problem: string;
  readonly problemSeq: number;
}

export function useStoryCheck(story: Story, criteria: readonly Criterion[], within: RefObject<HTMLElement | null>): LiveCheck {
  const { text: problem = '', baseSeq: problemSeq } = useText(story.id, 'problem');
  const persona = usePersona(story.personaId)?.name ?? '';
  const terms = useAll('term');
  const all = useAll('dismissal');
  const dismissals = useBy('dismissal', 'storyId', story.id);
  const knowledge = useMemo(() => knowledgeOf(terms, all), [terms, all]);
  const touched = useMemo(() => ({ story, persona, criteria, problem }), [story, persona, criteria, problem]);
  const typed = useTypedTexts(within, touched);
  const check = useMemo(
    () =>
      checkStory(
        {
          persona: typed.get('persona') ?? persona,
          need: typed.get('need') ?? story.need,
          benefit: typed.get('benefit') ?? story.benefit,
          problem: typed.get('problem') ?? problem,
          criteria: criteria.map(({ id, text }) => ({ id, text: typed.get(`criterion:${id}`) ?? text })),
          dismissed: dismissals,
        },
        knowledge,
      ),
    [typed, story, persona, problem, criteria, dismissals, knowledge],
  );
  return { check, persona, dismissals, problem, problemSeq };
}
