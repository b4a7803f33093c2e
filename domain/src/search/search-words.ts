// The package has no types of its own, and every workspace reads this file with its own settings.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./wink-porter2-stemmer.d.ts" />
/**
 * What counts as a word, for the browser's index, the server's ranking and the marks on a result alike: letters and digits,
 * without case and accents, `camelCase` also by its parts, English endings taken off by Porter2.
 */
import stem from 'wink-porter2-stemmer';
import { stopWords } from './stop-words.ts';

/** A word where it stands in a text; `from` and `to` are offsets as of `slice`. */
export interface WordAt {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Longer ones are no words anybody types; they are cut. */
const longest = 40;

/** The words of a text in their order, those inside of `camelCase` after the whole. Single letters are left out. */
export function wordsAt(text: string): readonly WordAt[] {
  const words: WordAt[] = [];
  for (const { 0: token, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    add(words, token, index);
    if (!/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u.test(token)) continue;
    for (const part of token.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu)) {
      if (part[0].length < token.length) add(words, part[0], index + part.index);
    }
  }
  return words;
}

/** As `wordsAt`, the words alone. */
export function wordsOf(text: string): readonly string[] {
  return wordsAt(text).map(({ word }) => word);
}

/** What a word is compared by: `invoices`, `invoiced` and `invoice` have the same stem. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  // English endings are those of plain letters.
  const made = /^[a-z]{3,}$/.test(word) ? stem(word) : word;
  if (stems.size > stemsKept) stems.clear();
  stems.set(word, made);
  return made;
}

/** Whether a word tells nothing of what a text is about. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

const stems = new Map<string, string>();
const stemsKept = 50_000;

function add(words: WordAt[], token: string, from: number): void {
  const word = plain(token);
  if (word.length > 1 || /^\p{N}$/u.test(word)) words.push({ word: word.slice(0, longest), from, to: from + token.length });
}

function plain(token: string): string {
  // Most tokens are plain already, and normalising costs more than all else.
  return (/^[\u0000-\u007f]*$/.test(token) ? token : token.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}
