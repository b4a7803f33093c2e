// What is walked through while a feature is tried: each criterion that has a verdict of its own, and each story as a whole.
import { criteriaInOrder, verdictIn } from '@shortlist/domain/story/criterion-tree.ts';
import type { VerdictWord } from '@shortlist/domain/story/environments.ts';
import type { Criterion, Story } from '../story/item.ts';

export type TryRow =
  | { readonly kind: 'heading'; readonly id: string; readonly story: Story; readonly text: string; readonly level: number }
  | {
      readonly kind: 'criterion';
      readonly id: string;
      readonly story: Story;
      readonly criterion: Criterion;
      readonly level: number;
      readonly verdict: VerdictWord | null;
      readonly note: string;
    }
  | { readonly kind: 'whole'; readonly id: string; readonly story: Story };

/** In the order of the tree; the story itself comes last. A criterion with parts is said by its parts. */
export function tryRows(story: Story, criteria: readonly Criterion[], environment: string): readonly TryRow[] {
  const rows = criteriaInOrder(criteria).map(({ criterion, level, hasParts }): TryRow => {
    const { id, text, verdicts } = criterion;
    if (hasParts) return { kind: 'heading', id, story, text, level };
    const note = verdicts.find((one) => one.environment === environment)?.note ?? '';
    return { kind: 'criterion', id, story, criterion, level, verdict: verdictIn(criteria, criterion, environment), note };
  });
  return [...rows, { kind: 'whole', id: story.id, story }];
}
