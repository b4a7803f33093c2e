/** How a rule's words are found in a text. */
import type { Span } from './check-finding.ts';
import type { RuleId } from './check-words.ts';

export interface PatternRule {
  readonly rule: RuleId;
  readonly weight: number;
  /** Global; linear on any text: no unbounded repetition inside a repetition. */
  readonly pattern: RegExp;
  /** What a second finding in the same field adds to the weight. */
  readonly again?: number;
  /** What stands before the match and makes it harmless: tried on the 40 characters before. */
  readonly unlessAfter?: RegExp;
  /** Tried on the 30 characters behind the match. */
  readonly unlessBefore?: RegExp;
  /** Capitals count: tried on the text as written; all others on its small letters. */
  readonly asWritten?: boolean;
  /** Only at the beginning of the want; not in benefit, problem text or criteria. */
  readonly wantOnly?: boolean;
}

/** Alternatives as whole words, in small letters. */
export function words(source: string): RegExp {
  return new RegExp(String.raw`(?<![\w-])(?:${source})(?![\w])`, 'g');
}

/** The first `most` of them, in order. */
export function findSpans(text: string, pattern: RegExp, most: number): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length === most) break;
  }
  return spans;
}

/** Small letters of the same length, so that places stay places; a few letters outside Latin change length and stay as they are. */
export function smallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
