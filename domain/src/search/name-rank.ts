/**
 * Which of many names is meant by a few letters: THE order of everything that is looked for by its name. The palette ranks all it has
 * by it, and the search puts what it found by words into it. Pure, and quick enough for each letter typed.
 */
import { foldedText } from '../query/folded-text.ts';

/** What has a name, with its texts made ready once. */
export interface Named {
  /** Remembered as used by this; unique. */
  readonly id: string;
  /** As `foldedText` makes them; the handle empty where there is none. */
  readonly handle: string;
  readonly name: string;
  /** More words that find it. */
  readonly words: string;
  /** Whether some of its letters in order find it too: for commands, which are few. */
  readonly isLoose: boolean;
}

/** What was used counts: ids, the one used last first. */
export type RecentIds = readonly string[];

/** What is typed, made ready once for all names. */
export interface WantedName {
  readonly whole: string;
  readonly words: readonly string[];
}

export interface RankedName<Entry> {
  readonly entry: Entry;
  readonly score: number;
}

export function wantedName(typed: string): WantedName {
  const whole = foldedText(typed.trim());
  return { whole, words: whole.split(/\s+/).filter(Boolean) };
}

/**
 * 0 where it is not meant, else more for what is likelier meant: all words must be found; a handle beats the beginning of a name, that
 * the beginning of a word, that its middle. What begins with all that was typed comes first among them, and a short name before a long one.
 */
export function nameScore({ handle, name, words, isLoose }: Named, { whole, words: typed }: WantedName): number {
  if (typed.length === 0) return 1;
  if (handle !== '' && handle === whole) return 200;
  let least = Number.POSITIVE_INFINITY;
  for (const word of typed) {
    least = Math.min(least, wordScore(handle, name, words, word));
    if (least === 0) break;
  }
  if (least > 0) return least + (name.startsWith(whole) ? 40 : 0) + (isLoose ? 5 : 0) + closeness(name, whole);
  return isLoose && isSubsequence(name, whole.replaceAll(' ', '')) ? 3 : 0;
}

/** What is added for having been used lately: enough to come before its equals, too little to come before what is plainly meant. */
export function recentScore(place: number | undefined): number {
  return place === undefined ? 0 : 12 - Math.min(place, 10);
}

type Rank<Entry> = (
  all: readonly (Named & { readonly entry: Entry })[],
  typed: string,
  recent: RecentIds,
  most: number,
) => readonly RankedName<Entry>[];

/**
 * Ranks the same names letter by letter, the best `most` first: what was not found by `inv` is not looked at again for `invo`. Equals
 * stay in the order they were given in.
 */
export function nameRanking<Entry>(): Rank<Entry> {
  type Entries = Parameters<Rank<Entry>>[0];
  let last: { readonly all: Entries; readonly whole: string; readonly found: Entries } | null = null;
  return (all, typed, recent, most) => {
    const wanted = wantedName(typed);
    const isNarrower = last !== null && last.all === all && wanted.whole.startsWith(last.whole);
    const places = new Map(recent.map((id, place) => [id, place]));
    const found: Entries[number][] = [];
    const best: RankedName<Entry>[] = [];
    for (const one of isNarrower && last !== null ? last.found : all) {
      const score = nameScore(one, wanted);
      if (score === 0) continue;
      found.push(one);
      insert(best, { entry: one.entry, score: score + recentScore(places.get(one.id)) }, most);
    }
    last = { all, whole: wanted.whole, found };
    return best;
  };
}

/** Brings what was found by its words into the order of names. What no name tells apart stays in the order it was found in. */
export function inNameOrder<Found>(
  found: readonly Found[],
  typed: string,
  recent: RecentIds,
  namedOf: (one: Found) => Named,
): readonly Found[] {
  const wanted = wantedName(typed);
  const places = new Map(recent.map((id, place) => [id, place]));
  return found
    .map((one) => {
      const named = namedOf(one);
      return { one, score: nameScore(named, wanted) + recentScore(places.get(named.id)) };
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** Puts one into its place among the best, behind its equals; most are not as good as the last of them. */
function insert<Entry>(best: RankedName<Entry>[], one: RankedName<Entry>, most: number): void {
  const isFull = best.length >= most;
  if (isFull && one.score <= (best.at(-1)?.score ?? Infinity)) return;
  if (isFull) best.pop();
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((best[middle]?.score ?? 0) >= one.score) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, one);
}

function wordScore(handle: string, name: string, words: string, word: string): number {
  if (handle !== '' && handle.startsWith(word)) return 80;
  const at = name.indexOf(word);
  if (at === 0) return 70;
  if (at > 0) return isStart(name, at) || startsLater(name, word, at) ? 60 : 30;
  const inWords = words.indexOf(word);
  if (inWords === -1) return handle.includes(word) ? 20 : 0;
  return isStart(words, inWords) ? 25 : 10;
}

/** A short name that is nearly all typed is likelier meant than a long one. */
function closeness(name: string, whole: string): number {
  return name.length === 0 ? 0 : (8 * Math.min(whole.length, name.length)) / name.length;
}

function startsLater(text: string, word: string, from: number): boolean {
  for (let at = text.indexOf(word, from + 1); at !== -1; at = text.indexOf(word, at + 1)) if (isStart(text, at)) return true;
  return false;
}

function isStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  // Folded, so that of the plain letters only the small ones are left; the pattern is for the others.
  if (before < 128) return !((before >= 97 && before <= 122) || (before >= 48 && before <= 57));
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function isSubsequence(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
