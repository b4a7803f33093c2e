/** Makes texts of unknown origin fit to be stored and shown. */

/**
 * Keeps a text as it was written but for what PostgreSQL or UTF-8 cannot hold (U+0000, half a surrogate pair), and cuts it
 * to at most `max` UTF-16 units, ending in … where something went.
 */
export function storableText(text: string, max: number): { readonly text: string; readonly cut: boolean } {
  const storable = text.toWellFormed().replaceAll('\u0000', '\uFFFD');
  return storable.length <= max ? { text: storable, cut: false } : { text: cutText(storable, max), cut: true };
}

/** One line without control characters or runs of spaces, at most `max` UTF-16 units. */
export function storableLine(text: string, max: number): { readonly text: string; readonly cut: boolean } {
  const line = text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length <= max ? { text: line, cut: false } : { text: cutText(line, max), cut: true };
}

/** At most `max` UTF-16 units, the last one an ellipsis where something was cut; never half a surrogate pair. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept.trimEnd()}…`;
}

/** As `cutText`, at the last space if there is one in the second half. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.lastIndexOf(' ', max - 1);
  return space > max / 2 ? `${text.slice(0, space).replace(/[\s,;:–-]+$/, '')}…` : cutText(text, max);
}
