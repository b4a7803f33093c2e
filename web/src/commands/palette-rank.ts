// Ranking for the palette: which of many names is meant by a few letters. Pure, and quick enough for each letter typed.

/** What can be found, with its texts made ready once. */
export interface Findable<Entry> {
  readonly entry: Entry;
  /** Remembered as used by this; unique. */
  readonly id: string;
  /** As `foldText` makes it. */
  readonly handle: string;
  readonly name: string;
  /** More words that find it. */
  readonly words: string;
  /** Whether the first letters of its words, or some of its letters in order, find it too: for commands, which are few. */
  readonly isLoose: boolean;
}

/** What is used counts: ids, the one used last first. */
export type RecentIds = readonly string[];

const marks = /\p{M}/gu;

/** Lower case without accents, so that `uber` finds `Über`. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most texts have none, and normalizing ten thousand is what would be felt.
  return isPlain(lower) ? lower : lower.normalize('NFD').replace(marks, '');
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}

/**
 * The best `most` entries for what was typed, the best first: all words must be found; a handle beats the beginning of a
 * name, that the beginning of a word, that its middle. What was used lately comes before its equals.
 */
export function rank<Entry>(
  all: readonly Findable<Entry>[],
  typed: string,
  recent: RecentIds,
  most: number,
): readonly { readonly entry: Entry; readonly score: number }[] {
  const whole = foldText(typed.trim());
  const words = whole.split(/\s+/).filter(Boolean);
  const places = new Map(recent.map((id, place) => [id, place]));
  const found: { readonly entry: Entry; readonly score: number }[] = [];
  for (const one of all) {
    const score = scoreOf(one, whole, words);
    if (score === 0) continue;
    const place = places.get(one.id);
    found.push({ entry: one.entry, score: score + (place === undefined ? 0 : 12 - Math.min(place, 10)) });
  }
  return found.toSorted((a, b) => b.score - a.score).slice(0, most);
}

/** 0 where it is not meant; else more for what is likelier meant. */
function scoreOf({ handle, name, words, isLoose }: Findable<unknown>, whole: string, typed: readonly string[]): number {
  if (typed.length === 0) return 1;
  if (handle !== '' && handle === whole) return 200;
  let least = Number.POSITIVE_INFINITY;
  for (const word of typed) {
    const score = wordScore(handle, name, words, word);
    least = Math.min(least, score);
    if (least === 0) break;
  }
  if (least > 0) return least + (name.startsWith(whole) ? 40 : 0) + (isLoose ? 5 : 0) + closeness(name, whole);
  return isLoose && isSubsequence(name, whole.replaceAll(' ', '')) ? 3 : 0;
}

function wordScore(handle: string, name: string, words: string, word: string): number {
  if (handle !== '' && handle.startsWith(word)) return 80;
  const at = name.indexOf(word);
  if (at === 0) return 70;
  if (at > 0 && isStart(name, at)) return 60;
  if (at > 0 && startsSomeWord(name, word)) return 60;
  if (at > 0) return 30;
  const inWords = words.indexOf(word);
  if (inWords === -1) return handle.includes(word) ? 20 : 0;
  return isStart(words, inWords) ? 25 : 10;
}

/** A short name that is nearly all typed is likelier meant than a long one. */
function closeness(name: string, whole: string): number {
  return name.length === 0 ? 0 : (8 * Math.min(whole.length, name.length)) / name.length;
}

function startsSomeWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) if (isStart(text, at)) return true;
  return false;
}

function isStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function isSubsequence(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
