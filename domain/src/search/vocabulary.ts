/** All words that were ever put in, in order: for what is still being typed, and for slips of the hand. */

/** A beginning of one letter stands for too many. */
const prefixesTaken = 200;
const nearTaken = 20;

export class Vocabulary {
  private readonly known = new Set<string>();
  private sorted: readonly string[] = [];

  add(word: string): void {
    this.known.add(word);
  }

  /** In the order of letters. Sorting is put off until somebody asks. */
  words(): readonly string[] {
    if (this.sorted.length !== this.known.size) this.sorted = [...this.known].toSorted();
    return this.sorted;
  }

  /** Words that begin so, the word itself too; a few hundred at most. */
  beginningWith(beginning: string): readonly string[] {
    const words = this.words();
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    const end = words.slice(low, low + prefixesTaken).findIndex((word) => !word.startsWith(beginning));
    return words.slice(low, end === -1 ? low + prefixesTaken : low + end);
  }
}

export interface NearWord {
  readonly word: string;
  /** How many slips away; 0 for the word itself. */
  readonly slips: number;
}

/** How many slips of the hand are forgiven in a word: one from four letters on, two from eight on. */
export function slipsForgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Those of the known words that are a slip of the hand away, the nearest first: a letter wrong, missing, too many or in its
 * neighbour's place. The first letter is right, as it mostly is.
 */
export function nearWords(known: readonly string[], word: string): readonly NearWord[] {
  const most = slipsForgiven(word);
  if (most === 0) return [];
  return known
    .filter((one) => one[0] === word[0] && Math.abs(one.length - word.length) <= most)
    .map((one) => ({ word: one, slips: slipsBetween(one, word, most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, other) => a.slips - other.slips)
    .slice(0, nearTaken);
}

/** The optimal string alignment distance, given up above `most`. */
function slipsBetween(a: string, other: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = a[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === other[j - 2] && a[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}
