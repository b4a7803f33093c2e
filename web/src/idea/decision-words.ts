// How an idea ended, in a word.
import type { EntityOf } from '@shortlist/domain/entities.ts';

type DecisionKind = NonNullable<EntityOf<'idea'>['decision']>['kind'];

const words: Readonly<Record<DecisionKind, string>> = { refine: 'In refinement', reject: 'Rejected', merge: 'Merged' };

export function decisionWord(kind: DecisionKind): string {
  return words[kind];
}
