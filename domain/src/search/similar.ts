/** What may be the same thing already: the texts that share most of what is rare. Nothing is ever merged by itself. */
import type { Found, SearchIndex, Wanted } from './search-index.ts';
import { isStopWord, stemOf, wordsOf } from './search-words.ts';

/** How often a word of the title counts beside one of the body. */
const titleTimes = 2;
/** Fewer words than these say too little. */
export const similarFromWords = 3;

/**
 * The telling words of a text as a query that asks for any of them; one that is written twice counts twice. What is put
 * first, as a title, counts `titleTimes`.
 */
export function wantedFor(title: string, body = ''): readonly Wanted[] {
  const times = new Map<string, number>();
  for (const [text, weight] of [
    [title, titleTimes],
    [body, 1],
  ] as const) {
    for (const word of wordsOf(text)) if (!isStopWord(word)) times.set(word, (times.get(word) ?? 0) + weight);
  }
  return [...times].map(([word, count]) => ({ word, stems: new Map([[stemOf(word), count]]) }));
}

/** The texts of an index most like this one, the likeliest first; none where it has fewer than three telling words. */
export function similarTo(index: SearchIndex, title: string, body = '', limit = 5): readonly Found[] {
  const wanted = wantedFor(title, body);
  return wanted.length < similarFromWords ? [] : index.find(wanted, { limit, any: true });
}

/** The rarest words that a text shares with what was asked for, as they stand in the text; three at most. */
export function sharedWords(index: SearchIndex, wanted: readonly Wanted[], text: string): readonly string[] {
  const own = new Map(wordsOf(text).map((word) => [stemOf(word), word]));
  const shared = wanted.flatMap(({ stems }) => [...stems.keys()].filter((stem) => own.has(stem)));
  return [...new Set(shared)]
    .toSorted((a, b) => index.frequency(a) - index.frequency(b))
    .slice(0, 3)
    .map((stem) => own.get(stem) ?? stem);
}
