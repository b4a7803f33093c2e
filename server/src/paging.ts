/** Cursor paging: `next` names the last row by what the list is ordered by, so that a page never skips or repeats. */

export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/** Cuts rows that were read with `limit + 1` to a page; `cursor` makes the `next` from the last row kept. */
export function pageOf<Item>(rows: readonly Item[], limit: number, cursor: (last: Item) => readonly string[]): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encode(cursor(last)) : null };
}

const fits = {
  // Only what `toISOString` writes, from years that PostgreSQL knows: no 30 February, no year 0.
  time: (part: string) => /^[1-9]\d{3}-/.test(part) && isIso(part),
  number: (part: string) => /^\d{1,15}$/.test(part),
  text: (part: string) => /^[\w.]{0,80}$/.test(part),
};

/**
 * The parts of a cursor, or null without one or with one that we did not make: the list then starts anew. `kinds` says
 * what the parts are, so that nothing else reaches a query.
 */
export function readCursor(after: string | undefined, kinds: readonly (keyof typeof fits)[]): readonly string[] | null {
  if (after === undefined) return null;
  const parts = Buffer.from(after, 'base64url').toString('utf8').split('\n');
  return parts.length === kinds.length && kinds.every((kind, index) => fits[kind](parts[index] ?? '')) ? parts : null;
}

function encode(parts: readonly string[]): string {
  return Buffer.from(parts.join('\n'), 'utf8').toString('base64url');
}

function isIso(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
