/** The orders a query may ask for, and the parts it may be read in. */
import { sizes } from '../story/sizes.ts';
import { foldedText } from './folded-text.ts';
import type { SortWord } from './query-keys.ts';
import type { QuerySubject } from './query-subject.ts';

export interface QuerySort {
  readonly by: SortWord;
  /** True turns the order round. */
  readonly isReversed: boolean;
}

/** A subject's key in an order, and where it stands among the keys that were sorted together in a round. */
interface Standing {
  readonly key: string;
  rank: number;
  round: number;
}

/** An order compares keys as plain texts, letter by letter. What has an empty one comes last, either way round. */
class Order {
  /** The greatest key comes first. */
  readonly isFalling: boolean;
  /** How many keys that are not empty were sorted in the last round. */
  keyCount = 0;
  round = 1;
  private readonly keyOf: (subject: QuerySubject) => string;
  private readonly standing = Symbol('standing');

  constructor(keyOf: (subject: QuerySubject) => string, { isFalling = false } = {}) {
    this.keyOf = keyOf;
    this.isFalling = isFalling;
  }

  /**
   * Made once: it lives until something its subject is made of changes, and making ten thousand keys takes longer than sorting them. On
   * the subject itself, since looking it up in a map costs more than a comparison.
   */
  of(subject: QuerySubject): Standing {
    const kept = subject as QuerySubject & { [key: symbol]: Standing | undefined };
    return (kept[this.standing] ??= { key: this.keyOf(subject), rank: 0, round: 0 });
  }
}

function words(of: (subject: QuerySubject) => string): Order {
  return new Order((subject) => textKey(of(subject)));
}

/** Capitals and accents apart, signs in front left out, and numbers by their size: `IDEA-9` before `IDEA-10`. */
function textKey(text: string): string {
  const folded = foldedText(text);
  const plain = /^[a-z0-9]/.test(folded) ? folded : folded.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
  return /\d/.test(plain) ? plain.replaceAll(/\d+/g, (digits) => digits.padStart(10, '0')) : plain;
}

const orders: Readonly<Record<SortWord, Order>> = {
  age: new Order(({ createdAt }) => createdAt, { isFalling: true }),
  moved: new Order(({ movedAt }) => movedAt, { isFalling: true }),
  title: words(({ title }) => title),
  handle: words(({ handle }) => handle),
  type: new Order(({ type }) => type),
  step: new Order(({ standsOrder, standsIn }) => `${String(standsOrder).padStart(4, '0')} ${standsIn}`),
  size: new Order(({ size }) => (size === null ? '' : String(sizePlace(size)))),
  owner: words(({ ownerName }) => ownerName),
  collaborator: words(({ collaborators }) => collaborators.map(({ name }) => name).join(', ')),
  team: words(({ teamName }) => teamName),
  label: words(labelNames),
};

/** What has the same labels stands together. */
function labelNames({ labels }: QuerySubject): string {
  return labels.map(({ name }) => name).join(', ');
}

const sizePlaces = new Map<string | null, number>(sizes.map((size, place) => [size, place]));

function sizePlace(size: string | null): number {
  return sizePlaces.get(size) ?? sizes.length;
}

export const youngestFirst: QuerySort = { by: 'age', isReversed: false };

/** Reads `age` or `-age`; null when it is no order. */
export function readSort(text: string): QuerySort | null {
  const by = text.toLowerCase().replace(/^-/, '');
  // hasOwn has just looked.
  return Object.hasOwn(orders, by) ? { by: by as SortWord, isReversed: text.startsWith('-') } : null;
}

export function writtenSort({ by, isReversed }: QuerySort): string {
  return `${isReversed ? '-' : ''}${by}`;
}

/** What pressing the title of a column asks for: the other way round when it is sorted by already. */
export function nextSort(sort: QuerySort, by: SortWord): QuerySort {
  return { by, isReversed: sort.by === by && !sort.isReversed };
}

/** A comparison of two subjects; those that are equal in it stand youngest first. */
export function compareBy({ by, isReversed }: QuerySort): (a: QuerySubject, b: QuerySubject) => number {
  const order = orders[by];
  const sign = order.isFalling === isReversed ? 1 : -1;
  return (a, b) => compareKeys(order.of(a).key, order.of(b).key, sign) || compareKeys(a.createdAt, b.createdAt, -1);
}

function compareKeys(a: string, b: string, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -sign : sign;
}

/**
 * `subjects`, which stand youngest first, in the order of `sort`: what sorting them by `compareBy` gives, in a fifth of the time, since
 * only the different keys are sorted, and those only when there are new ones.
 */
export function sortedBy<Subject extends QuerySubject>(subjects: readonly Subject[], { by, isReversed }: QuerySort): Subject[] {
  return byKeys(subjects, orders[by], orders[by].isFalling !== isReversed);
}

/** By their ranks, each subject straight to its place. Those of one key stay in the order in which they came. */
function byKeys<Subject extends QuerySubject>(subjects: readonly Subject[], order: Order, isGreatestFirst: boolean): Subject[] {
  if (subjects.some((subject) => order.of(subject).round !== order.round)) rank(subjects, order);
  const { keyCount } = order;
  const placeOf = (subject: Subject) => {
    const place = order.of(subject).rank;
    return isGreatestFirst && place < keyCount ? keyCount - 1 - place : place;
  };
  const next = new Array<number>(keyCount + 1).fill(0);
  for (const subject of subjects) next[placeOf(subject)] = (next[placeOf(subject)] ?? 0) + 1;
  let before = 0;
  for (const [place, count] of next.entries()) {
    next[place] = before;
    before += count;
  }
  const sorted = [...subjects];
  for (const subject of subjects) {
    const place = placeOf(subject);
    const at = next[place] ?? 0;
    sorted[at] = subject;
    next[place] = at + 1;
  }
  return sorted;
}

/** Sorts the keys of these subjects, in a round of their own: ranks of other rounds cannot be compared with theirs. */
function rank(subjects: readonly QuerySubject[], order: Order): void {
  const keys = new Set(subjects.map((subject) => order.of(subject).key));
  keys.delete('');
  // Without a comparison of ours: letter by letter is what it does by itself, and much faster.
  const ranks = new Map([...keys].sort().map((key, place) => [key, place]));
  order.keyCount = ranks.size;
  order.round += 1;
  for (const subject of subjects) {
    const standing = order.of(subject);
    standing.rank = ranks.get(standing.key) ?? ranks.size;
    standing.round = order.round;
  }
}

export const groupings = ['none', 'step', 'owner', 'size', 'type', 'team', 'label'] as const;
export type Grouping = (typeof groupings)[number];

/** The heading a subject stands under; empty for `none`. */
export function groupOf(subject: QuerySubject, grouping: Grouping): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'step':
      return subject.standsIn;
    case 'owner':
      return subject.ownerName === '' ? 'Nobody' : subject.ownerName;
    case 'size':
      return subject.size ?? 'No size';
    case 'type':
      return { idea: 'Ideas', story: 'Stories', task: 'Tasks' }[subject.type];
    case 'team':
      return subject.teamName === '' ? 'No team' : subject.teamName;
    case 'label':
      return subject.labels.length === 0 ? 'No label' : labelNames(subject);
    default:
      return grouping satisfies never;
  }
}

/** Brings a comparison into groups: `step` along the way work goes, `size` the smallest first, else by name; empty ones last. */
export function compareInGroups<Subject extends QuerySubject>(
  grouping: Grouping,
  within: (a: Subject, b: Subject) => number,
): (a: Subject, b: Subject) => number {
  if (grouping === 'none') return within;
  const order = orders[grouping];
  return (a, b) => compareKeys(order.of(a).key, order.of(b).key, 1) || within(a, b);
}

/** `subjects`, which stand in the order of `within`, in groups: what sorting them by `compareInGroups` gives. */
export function inGroups<Subject extends QuerySubject>(grouping: Grouping, subjects: readonly Subject[]): Subject[] {
  return grouping === 'none' ? [...subjects] : byKeys(subjects, orders[grouping], false);
}
