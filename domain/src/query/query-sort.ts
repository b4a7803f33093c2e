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

/** `sign` is 1 for the order, -1 for its reverse. */
type Compare = (a: QuerySubject, b: QuerySubject, sign: 1 | -1) => number;

/**
 * What is empty comes last, either way round. Each subject's key is made once: it lives until something it is made of changes,
 * and ten thousand titles are compared more than a hundred thousand times.
 */
const byText = (of: (subject: QuerySubject) => string): Compare => {
  const key = Symbol('key');
  const keyOf = (subject: QuerySubject): string => {
    // On the subject itself: looking it up in a map costs more than the comparison.
    const kept = subject as QuerySubject & { [key]?: string };
    return (kept[key] ??= textKey(of(subject)));
  };
  return (a, b, sign) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return 0;
    if (left === '' || right === '') return left === '' ? 1 : -1;
    return left < right ? -sign : sign;
  };
};

/** Capitals and accents apart, signs in front left out, and numbers by their size. */
function textKey(text: string): string {
  const plain = foldedText(text).replace(/^[^\p{L}\p{N}]+(?=.)/u, '');
  return plain.replaceAll(/\d+/g, (digits) => digits.padStart(10, '0'));
}

const byTime =
  (of: (subject: QuerySubject) => string): Compare =>
  (a, b, sign) =>
    of(a) < of(b) ? sign : of(a) > of(b) ? -sign : 0;
/** By the kind, then by the number: `IDEA-9` before `IDEA-10`. */
const byHandle: Compare = (a, b, sign) => {
  if (a.handle === '' || b.handle === '') return Number(a.handle === '') - Number(b.handle === '');
  const [kindA, kindB] = [a.handle.slice(0, a.handle.indexOf('-')), b.handle.slice(0, b.handle.indexOf('-'))];
  if (kindA !== kindB) return kindA < kindB ? -sign : sign;
  return sign * (a.handle.length - b.handle.length || (a.handle < b.handle ? -1 : a.handle > b.handle ? 1 : 0));
};
const bySize: Compare = (a, b, sign) =>
  Number(a.size === null) - Number(b.size === null) || sign * (sizePlace(a.size) - sizePlace(b.size));
const byStep: Compare = (a, b, sign) =>
  sign * (a.standsOrder - b.standsOrder || (a.standsIn < b.standsIn ? -1 : a.standsIn > b.standsIn ? 1 : 0));

const comparisons: Readonly<Record<SortWord, Compare>> = {
  age: byTime(({ createdAt }) => createdAt),
  moved: byTime(({ movedAt }) => movedAt),
  title: byText(({ title }) => title),
  handle: byHandle,
  type: byText(({ type }) => type),
  step: byStep,
  size: bySize,
  owner: byText(({ ownerName }) => ownerName),
  collaborator: byText(({ collaborators }) => collaborators.map(({ name }) => name).join(', ')),
  team: byText(({ teamName }) => teamName),
  label: byText(labelNames),
};

/** What has the same labels stands together. */
function labelNames({ labels }: QuerySubject): string {
  return labels.map(({ name }) => name).join(', ');
}

const sizePlaces = new Map<string | null, number>(sizes.map((size, place) => [size, place]));

function sizePlace(size: string | null): number {
  return sizePlaces.get(size) ?? sizes.length;
}

/** Reads `age` or `-age`; null when it is no order. */
export function readSort(text: string): QuerySort | null {
  const by = text.toLowerCase().replace(/^-/, '');
  // hasOwn has just looked.
  return Object.hasOwn(comparisons, by) ? { by: by as SortWord, isReversed: text.startsWith('-') } : null;
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
  const compare = comparisons[by];
  const sign = isReversed ? -1 : 1;
  return (a, b) => compare(a, b, sign) || comparisons.age(a, b, 1);
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
  const compare = comparisons[grouping];
  return (a, b) => compare(a, b, 1) || within(a, b);
}
