/** Rank keys: text that sorts bytewise, with room between any two, so that a move never rewrites a neighbour. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;

/**
 * A key strictly between `before` and `after` (null: no neighbour on that side). Keys never end in `0`, so there is
 * always room. Ten thousand appended keys stay below five letters; inserting at one place costs a bit each time.
 * Throws when `before >= after`: the caller read an unordered list.
 */
export function rankBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) {
    throw new Error(`rank ${before} is not below ${after}`);
  }
  if (before !== null && after === null) return rankAfter(before);
  let key = '';
  let low = before ?? '';
  let high = after;
  for (let place = 0; ; place += 1) {
    const down = place < low.length ? digits.indexOf(low.charAt(place)) : 0;
    const up = high !== null && place < high.length ? digits.indexOf(high.charAt(place)) : base;
    if (up - down > 1) {
      return key + digits.charAt(down + Math.floor((up - down) / 2));
    }
    key += digits.charAt(down);
    if (up !== down) high = null;
    if (place >= low.length) low = '';
  }
}

/** Counts upwards in a block behind the leading `z`s that grows with their number, so the length is logarithmic. */
function rankAfter(before: string): string {
  let lead = 0;
  while (before.charAt(lead) === 'z') lead += 1;
  const block = before.slice(lead, lead + lead + 2).padEnd(lead + 2, '0');
  const values = [...block].map((letter) => digits.indexOf(letter));
  for (let place = values.length - 1; place >= 0; place -= 1) {
    const next = (values[place] ?? 0) + 1;
    if (next < base) {
      values[place] = next;
      // A last 0 would leave no room before this key; the carry never leaves one at the front.
      if (values.at(-1) === 0) values[values.length - 1] = 1;
      return 'z'.repeat(lead) + values.map((value) => digits.charAt(value)).join('');
    }
    values[place] = 0;
  }
  return `${'z'.repeat(lead + 1)}1`;
}
