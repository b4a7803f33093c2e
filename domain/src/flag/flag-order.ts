/** The orders that the list of flags may be asked for. No schemas: the browser reads this file. */
import { shownRungs } from '../ladder/rung-words.ts';
import { flagKinds } from './flag-words.ts';
import type { FlagSubject } from './flag-subject.ts';

export const flagSorts = ['age', 'key', 'title', 'rung', 'kind', 'owner', 'asked'] as const;

export type FlagSort = (typeof flagSorts)[number];

export interface FlagOrder {
  readonly by: FlagSort;
  readonly isReversed: boolean;
}

/** Reads `rung` or `-rung`; null when it is no order. */
export function readFlagOrder(text: string): FlagOrder | null {
  const by = flagSorts.find((sort) => sort === text.toLowerCase().replace(/^-/, ''));
  return by === undefined ? null : { by, isReversed: text.startsWith('-') };
}

export function writtenFlagOrder({ by, isReversed }: FlagOrder): string {
  return `${isReversed ? '-' : ''}${by}`;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const byText = (of: (subject: FlagSubject) => string) => (a: FlagSubject, b: FlagSubject) => collator.compare(of(a), of(b));

const youngest = (a: FlagSubject, b: FlagSubject) =>
  a.flag.createdAt < b.flag.createdAt ? 1 : a.flag.createdAt > b.flag.createdAt ? -1 : a.flag.key < b.flag.key ? -1 : 1;

const comparisons: Readonly<Record<FlagSort, (a: FlagSubject, b: FlagSubject) => number>> = {
  age: youngest,
  key: byText(({ flag }) => flag.key),
  title: byText(({ flag }) => flag.title),
  rung: (a, b) => shownRungs.indexOf(a.flag.rung) - shownRungs.indexOf(b.flag.rung),
  kind: (a, b) => flagKinds.indexOf(a.flag.kind) - flagKinds.indexOf(b.flag.kind),
  owner: (a, b) => Number(a.ownerName === '') - Number(b.ownerName === '') || collator.compare(a.ownerName, b.ownerName),
  asked: (a, b) => ((a.askedAt ?? '') < (b.askedAt ?? '') ? 1 : (a.askedAt ?? '') > (b.askedAt ?? '') ? -1 : 0),
};

/** Flags that are equal in the order stand youngest first. */
export function compareFlagsBy({ by, isReversed }: FlagOrder): (a: FlagSubject, b: FlagSubject) => number {
  const compare = comparisons[by];
  return (a, b) => (isReversed ? compare(b, a) : compare(a, b)) || youngest(a, b);
}
