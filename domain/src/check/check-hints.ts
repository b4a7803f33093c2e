/** Remarks that weigh nothing: on the shape of the sentence, for a writer who has time. */
import type { CheckedStory, Span } from './check-finding.ts';
import { findSpans, smallLetters, words } from './check-pattern.ts';
import type { RuleId } from './check-words.ts';

/** Words of need and benefit together above which a story is long. */
const longFrom = 55;
const passive = words(String.raw`(?:is|are|was|were|be|been|being) (?:\w+ly )?\w{3,}(?:ed|wn|en)(?= by\b)`);
const joins = words('and|or|as well as');
const wholeNeed: Span = { start: 0, end: 0 };

/** All in the need; spans in its text. */
export function hintHits({ need, benefit }: CheckedStory): { readonly rule: RuleId; readonly span: Span }[] {
  const text = smallLetters(need.slice(0, 4000));
  if (text.trim() === '') return [];
  const count = `${text} ${benefit.slice(0, 4000)}`.split(/\s+/).filter((word) => word !== '').length;
  const ands = findSpans(text, joins, 2);
  return [
    ...(count > longFrom ? [{ rule: 'long' as const, span: wholeNeed }] : []),
    ...(ands.length >= 2 ? ands.slice(1, 2).map((span) => ({ rule: 'conjunctions' as const, span })) : []),
    ...findSpans(text, passive, 5).map((span) => ({ rule: 'passive' as const, span })),
  ];
}
