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

interface Order {
  /** Compared as a plain text, letter by letter. What has an empty one comes last, either way round. */
  readonly keyOf: (subject: QuerySubject) => string;
  /** The greatest key comes first. */
  readonly isFalling?: boolean;
}

/**
 * Each subject's key is made once: it lives until something it is made of changes, and making ten thousand of them takes longer than
 * sorting them.
 */
function words(of: (subject: QuerySubject) => string): Order {
  const key = Symbol('key');
  return {
    keyOf: (subject) => {
      // On the subject itself: looking it up in a map costs more than the comparison.
      const kept = subject as QuerySubject & { [key]?: string };
      return (kept[key] ??= textKey(of(subject)));
    },
  };
}

/** Capitals and accents apart, signs in front left out, and numbers by their size: `IDEA-9` before `IDEA-10`. */
function textKey(text: string): string {
  const folded = foldedText(text);
  const plain = /^[a-z0-9]/.test(folded) ? folded : folded.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
  return /\d/.test(plain) ? plain.replaceAll(/\d+/g, (digits) => digits.padStart(10, '0')) : plain;
}

const orders: Readonly<Record<SortWord, Order>> = {
  age: { keyOf: ({ createdAt }) => createdAt, isFalling: true },
  moved: { keyOf: ({ movedAt }) => movedAt, isFalling: true },
  title: words(({ title }) => title),
  handle: words(({ handle }) => handle),
  type: { keyOf: ({ type }) => type },
  step: { keyOf: ({ standsOrder, standsIn }) => `${String(standsOrder).padStart(4, '0')} ${standsIn}` },
  size: { keyOf: ({ size }) => (size === null ? '' : String(sizePlace(size))) },
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
  const { keyOf, isFalling = false } = orders[by];
  const sign = isFalling === isReversed ? 1 : -1;
  return (a, b) => compareKeys(keyOf(a), keyOf(b), sign) || compareKeys(a.createdAt, b.createdAt, -1);
}

function compareKeys(a: string, b: string, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -sign : sign;
}

/**
 * `subjects`, which stand youngest first, in the order of `sort`: what sorting them by `compareBy` gives, in a fifth of the time, since
 * only the different keys are sorted.
 */
export function sortedBy<Subject extends QuerySubject>(subjects: readonly Subject[], { by, isReversed }: QuerySort): Subject[] {
  const { isFalling = false } = orders[by];
  return byKeys(subjects, orders[by], isFalling !== isReversed);
}

/** Those of one key stay in the order in which they came. */
function byKeys<Subject extends QuerySubject>(
  subjects: readonly Subject[],
  { keyOf }: Order,
  isGreatestFirst: boolean,
): Subject[] {
  const byKey = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const key = keyOf(subject);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [subject]);
    else same.push(subject);
  }
  const last = byKey.get('') ?? [];
  byKey.delete('');
  // Without a comparison of ours: letter by letter is what it does by itself, and much faster.
  const keys = [...byKey.keys()].sort();
  if (isGreatestFirst) keys.reverse();
  return keys.flatMap((key) => byKey.get(key) ?? []).concat(last);
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
  const { keyOf } = orders[grouping];
  return (a, b) => compareKeys(keyOf(a), keyOf(b), 1) || within(a, b);
}

/** `subjects`, which stand in the order of `within`, in groups: what sorting them by `compareInGroups` gives. */
export function inGroups<Subject extends QuerySubject>(grouping: Grouping, subjects: readonly Subject[]): Subject[] {
  return grouping === 'none' ? [...subjects] : byKeys(subjects, orders[grouping], false);
}
