/**
 * Texts in memory, found by their words and ranked by BM25F: a title counts three times, a rare word more than a common one.
 * Putting a text in again replaces it in place; nothing is ever built anew but the list of words.
 */
import { isStopWord, stemOf, wordsOf } from './search-words.ts';
import { nearWords, Vocabulary } from './vocabulary.ts';

export interface Searched {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

export interface Found {
  readonly id: string;
  readonly score: number;
}

/** What a query asks for: this word, or one of those that count as it. */
export interface Wanted {
  /** As typed. */
  readonly word: string;
  /** Stems that count as it, and how much: 1 for its own. */
  readonly stems: ReadonlyMap<string, number>;
}

// Robertson, Zaragoza: The Probabilistic Relevance Framework (2009), with the usual constants.
const k1 = 1.2;
const b = 0.75;
const titleWeight = 3;
const prefixWeight = 0.7;
const typoWeight = 0.4;
/** Above 1, rare words count for more than BM25 gives them: more true duplicates came first in all three sets measured. */
const rarityPower = 1.2;

interface Doc {
  readonly id: string;
  /** In words that tell something. */
  readonly titleLength: number;
  readonly bodyLength: number;
  readonly stems: Iterable<string>;
}

/** Where a stem stands. Texts that were taken out stay in the arrays until `tidy`. */
interface Posting {
  readonly slots: number[];
  readonly inTitle: number[];
  readonly inBody: number[];
  /** Of texts that are still there. */
  size: number;
}

export class SearchIndex {
  private docs: (Doc | undefined)[] = [];
  private readonly slots = new Map<string, number>();
  private readonly postings = new Map<string, Posting>();
  private readonly vocabulary = new Vocabulary();
  private titleWords = 0;
  private bodyWords = 0;

  get size(): number {
    return this.slots.size;
  }

  /** Puts a text in, or in the place of the one with its id. */
  put({ id, title, body }: Searched): void {
    this.remove(id);
    const inTitle = this.counted(title);
    const inBody = this.counted(body);
    const stems = new Set([...inTitle.counts.keys(), ...inBody.counts.keys()]);
    const slot = this.docs.length;
    this.docs.push({ id, titleLength: inTitle.length, bodyLength: inBody.length, stems });
    this.slots.set(id, slot);
    this.titleWords += inTitle.length;
    this.bodyWords += inBody.length;
    for (const stem of stems) {
      const posting = this.postings.get(stem) ?? { slots: [], inTitle: [], inBody: [], size: 0 };
      this.postings.set(stem, posting);
      posting.slots.push(slot);
      posting.inTitle.push(inTitle.counts.get(stem) ?? 0);
      posting.inBody.push(inBody.counts.get(stem) ?? 0);
      posting.size += 1;
    }
  }

  /** Takes a text out; one that is not there is no fault. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    const doc = slot === undefined ? undefined : this.docs[slot];
    if (slot === undefined || doc === undefined) return;
    for (const stem of doc.stems) {
      const posting = this.postings.get(stem);
      if (posting === undefined) continue;
      posting.size -= 1;
      if (posting.size === 0) this.postings.delete(stem);
    }
    this.titleWords -= doc.titleLength;
    this.bodyWords -= doc.bodyLength;
    this.docs[slot] = undefined;
    this.slots.delete(id);
    if (this.docs.length > 1_000 && this.docs.length > 2 * this.slots.size) this.tidy();
  }

  /** In how many texts a stem stands. */
  frequency(stem: string): number {
    return this.postings.get(stem)?.size ?? 0;
  }

  /**
   * What a typed query asks for. The last word may still be being typed, so that what begins with it counts too; a word
   * that stands nowhere is taken for a slip of the hand.
   */
  wantedBy(query: string): readonly Wanted[] {
    const words = [...new Set(wordsOf(query))];
    const telling = words.filter((word) => !isStopWord(word));
    const last = words.at(-1);
    return (telling.length > 0 ? telling : words).map((word) => ({ word, stems: this.stemsFor(word, word === last) }));
  }

  /** Texts that have every wanted word, the best first; with `any`, one of them is enough. */
  find(wanted: readonly Wanted[], options: { readonly limit: number; readonly any?: boolean }): readonly Found[] {
    const scores = new Float64Array(this.docs.length);
    const words = new Uint16Array(this.docs.length);
    const own = new Float64Array(this.docs.length);
    for (const { stems } of wanted) {
      const touched: number[] = [];
      for (const [stem, weight] of stems) this.score(stem, weight, own, touched);
      for (const slot of touched) {
        const score = own[slot] ?? 0;
        if (score === 0) continue;
        scores[slot] = (scores[slot] ?? 0) + score;
        words[slot] = (words[slot] ?? 0) + 1;
        own[slot] = 0;
      }
    }
    const least = options.any === true ? 1 : wanted.length;
    const found: Found[] = [];
    for (const [slot, count] of words.entries()) {
      const doc = count >= Math.max(1, least) ? this.docs[slot] : undefined;
      if (doc !== undefined) found.push({ id: doc.id, score: scores[slot] ?? 0 });
    }
    // Ids are in the order of making: of two that are as good, the younger is meant more often.
    return found.toSorted((x, y) => y.score - x.score || (x.id < y.id ? 1 : -1)).slice(0, options.limit);
  }

  /** Adds the scores of one stem where they are better than those of another that counts as the same word. */
  private score(stem: string, weight: number, own: Float64Array, touched: number[]): void {
    const posting = this.postings.get(stem);
    if (posting === undefined) return;
    const rarity = weight * this.rarity(stem);
    const titleWords = Math.max(1, this.titleWords / this.size);
    const bodyWords = Math.max(1, this.bodyWords / this.size);
    for (const [at, slot] of posting.slots.entries()) {
      const doc = this.docs[slot];
      if (doc === undefined) continue;
      const often =
        (titleWeight * (posting.inTitle[at] ?? 0)) / (1 - b + (b * doc.titleLength) / titleWords) +
        (posting.inBody[at] ?? 0) / (1 - b + (b * doc.bodyLength) / bodyWords);
      const score = (rarity * often * (k1 + 1)) / (often + k1);
      if (score <= (own[slot] ?? 0)) continue;
      own[slot] = score;
      touched.push(slot);
    }
  }

  private counted(text: string): { readonly counts: ReadonlyMap<string, number>; readonly length: number } {
    const counts = new Map<string, number>();
    let length = 0;
    for (const word of wordsOf(text)) {
      if (isStopWord(word)) continue;
      const stem = stemOf(word);
      this.vocabulary.add(word);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      length += 1;
    }
    return { counts, length };
  }

  private stemsFor(word: string, isLast: boolean): ReadonlyMap<string, number> {
    const stems = new Map([[stemOf(word), 1]]);
    if (isLast) for (const longer of this.vocabulary.beginningWith(word)) addStem(stems, stemOf(longer), prefixWeight);
    if ([...stems.keys()].some((stem) => this.postings.has(stem))) return stems;
    for (const [stem, weight] of this.stemsMeantBy(word)) addStem(stems, stem, weight);
    return stems;
  }

  /** A word one slip away counts for more than one two slips away, and a common one for as much as a rare one: it is meant more often. */
  private stemsMeantBy(word: string): readonly (readonly [string, number])[] {
    const near = nearWords(this.vocabulary.words(), word).map(({ word: known, slips }) => ({ stem: stemOf(known), slips }));
    const least = Math.min(...near.map(({ stem }) => this.rarity(stem)));
    return near.map(({ stem, slips }) => [stem, (typoWeight / slips) * (least / this.rarity(stem))]);
  }

  private rarity(stem: string): number {
    const size = this.frequency(stem);
    return Math.log(1 + (this.size - size + 0.5) / (size + 0.5)) ** rarityPower;
  }

  /** Closes the gaps that texts left which were taken out or put in again: as much work as was done since the last time. */
  private tidy(): void {
    const moved = new Map<number, number>();
    const docs: Doc[] = [];
    for (const [slot, doc] of this.docs.entries()) {
      if (doc === undefined) continue;
      moved.set(slot, docs.length);
      this.slots.set(doc.id, docs.length);
      docs.push(doc);
    }
    this.docs = docs;
    for (const posting of this.postings.values()) closeGaps(posting, moved);
  }
}

function closeGaps(posting: Posting, moved: ReadonlyMap<number, number>): void {
  let kept = 0;
  for (const [at, slot] of posting.slots.entries()) {
    const next = moved.get(slot);
    if (next === undefined) continue;
    posting.slots[kept] = next;
    posting.inTitle[kept] = posting.inTitle[at] ?? 0;
    posting.inBody[kept] = posting.inBody[at] ?? 0;
    kept += 1;
  }
  posting.slots.length = kept;
  posting.inTitle.length = kept;
  posting.inBody.length = kept;
}

function addStem(stems: Map<string, number>, stem: string, weight: number): void {
  if (!stems.has(stem)) stems.set(stem, weight);
}
