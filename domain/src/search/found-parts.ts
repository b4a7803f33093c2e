/** Where the words of a query stand in a text: parts to be drawn one after the other, never HTML. */
import type { Wanted } from './search-index.ts';
import { stemOf, wordsAt } from './search-words.ts';

export interface TextPart {
  readonly text: string;
  /** It is one of the words that were searched for. */
  readonly isFound: boolean;
}

/** The whole text in parts; joined, they are the text again. */
export function foundParts(text: string, wanted: readonly Wanted[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { from, to } of foundIn(text, wanted)) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isFound: false });
    parts.push({ text: text.slice(from, to), isFound: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false });
  return parts;
}

/** A line of a long text around the first word that was found; at most `most` letters and the marks of what was left out. */
export function excerpt(text: string, wanted: readonly Wanted[], most = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const first = foundIn(line, wanted)[0]?.from ?? 0;
  const from = first < most * 0.6 ? 0 : line.indexOf(' ', first - most / 3) + 1;
  const cut = line.slice(from, from + most);
  const end = from + most < line.length ? '…' : '';
  return `${from > 0 ? '…' : ''}${end === '' ? cut : cut.replace(/\s+\S*$/, '')}${end}`;
}

function foundIn(text: string, wanted: readonly Wanted[]) {
  return wordsAt(text).filter(({ word }) => wanted.some(({ stems }) => stems.has(stemOf(word))));
}
