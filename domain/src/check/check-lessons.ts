/** What a workspace taught the check: words of its own domain weigh less, and so do rules that are dismissed again and again. */
import type { CheckFamily, CheckKnowledge } from './check-finding.ts';
import { smallLetters } from './check-pattern.ts';
import type { RuleId } from './check-words.ts';

/** A rule never falls below this share of its weight, however often it is dismissed: newcomers still hear it. */
const leastShare = 0.4;

/** Dismissals that halve the distance to `leastShare`. */
const halfAfter = 5;

/** A glossary word keeps a quarter: named once it is the domain, named among widgets it still adds up. */
const ownWordShare = 0.25;

/** A name outside the glossary, after through, using or via, is a product that somebody would have to buy or keep. */
const unknownNameShare = 1.2;

export type Lessons = (
  rule: RuleId,
  family: CheckFamily,
  words: string,
) => { readonly factor: number; readonly note: string | null };

export function lessonsOf({ glossary, dismissals }: CheckKnowledge): Lessons {
  const own = new Set(glossary.flatMap((word) => formsOf(smallLetters(word.trim()))));
  const phrases = [...own].filter((word) => /\s/.test(word));
  return (rule, family, words) => {
    const learned = learnedShare(dismissals[rule] ?? 0);
    const ownWord = family === 'solution' ? ownWordIn(smallLetters(words), own, phrases) : null;
    if (ownWord !== null) return { factor: learned * ownWordShare, note: `Weighs less: “${ownWord}” is in your glossary.` };
    const named = rule === 'through-named' ? unknownNameShare : 1;
    if (learned === 1) return { factor: named, note: null };
    return { factor: learned * named, note: `Weighs ${Math.round(learned * 100)} %: often dismissed in this workspace.` };
  };
}

/** 1 without dismissals, towards 0.4 with many: 0.8 at 2.5, 0.7 at 5, 0.6 at 10. */
export function learnedShare(dismissed: number): number {
  return leastShare + (1 - leastShare) * (halfAfter / (halfAfter + Math.max(0, dismissed)));
}

function ownWordIn(words: string, own: ReadonlySet<string>, phrases: readonly string[]): string | null {
  if (own.size === 0) return null;
  const single = words.match(/[\p{L}\p{N}][\p{L}\p{N}_.-]*/gu)?.find((word) => own.has(word));
  return single ?? phrases.find((phrase) => words.includes(phrase)) ?? null;
}

function formsOf(word: string): string[] {
  if (word === '') return [];
  return [
    word,
    `${word}s`,
    `${word}es`,
    ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []),
    ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
  ];
}
