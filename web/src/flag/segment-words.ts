import type { EntityOf } from '@shortlist/domain/entities.ts';
import { clauseWords, type SegmentNames } from '@shortlist/domain/flag/rule-sentences.ts';
import { unitWords } from '@shortlist/domain/ladder/rungs.ts';

export type Segment = EntityOf<'segment'>;

/** Who belongs to it, in half a line. */
export function membersWords({ unit, included, excluded, rules }: Segment): string {
  const parts = [
    included.length === 0 ? null : `${included.length} ${included.length === 1 ? unit : unitWords(unit)} by key`,
    rules.length === 0 ? null : rules.length === 1 ? 'one rule' : `${rules.length} rules`,
    excluded.length === 0 ? null : `${excluded.length} left out`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nobody yet' : parts.join(', ');
}

/** One of its rules as a sentence. */
export function membershipSentence(rule: Segment['rules'][number], names: SegmentNames): string {
  if (rule.length === 0) return 'Everybody belongs to it.';
  return `They belong to it when ${rule.map((clause) => clauseWords(clause, names)).join(' and ')}.`;
}
