/** THE table of what a query may ask: keys, and the words that some of them take. No schemas: the browser reads this file. */

/** `choice`: one of its words. `person`, `team`, `step`, `size`, `label`: a name of the workspace. `day`: a date. `span`: a length of time. */
export type QueryKeyKind = 'choice' | 'person' | 'team' | 'step' | 'size' | 'label' | 'day' | 'span' | 'text' | 'sort';

export interface QueryKeyDeclaration {
  readonly kind: QueryKeyKind;
  /** What it asks, for the suggestions. */
  readonly says: string;
  /** The words of a choice, each with what it means. */
  readonly words?: Readonly<Record<string, string>>;
}

const is = {
  open: 'Undecided, or neither done nor given up',
  ready: 'Says everything it needs to be committed',
  committed: 'On the backlog, not started',
  started: 'In progress',
  done: 'Finished',
  'given-up': 'Given up, or an idea that was rejected',
  refined: 'An idea that became a story or a task',
  merged: 'An idea that was merged into another',
  kept: 'An idea that a review kept',
  stale: 'On the backlog for longer than the window',
  slow: 'In its step for longer than usual',
  leaving: 'Goes back to the parking lot soon, since nobody touched it',
  blocked: 'Waits for an item that is neither done nor given up',
  over: 'Went over the window with a reason',
  unverified: 'Done, and not seen to work yet',
};

const has = {
  owner: 'Somebody owns it',
  collaborator: 'Somebody works on it beside its owner',
  size: 'It has a size',
  evidence: 'Somebody’s words are with it',
  criteria: 'It has acceptance criteria',
  source: 'It was imported',
  label: 'It has a label',
};

const sort = {
  age: 'The youngest first',
  moved: 'What moved last first',
  title: 'By title',
  handle: 'By handle',
  type: 'By type',
  step: 'Along the way work goes',
  size: 'The smallest first',
  owner: 'By owner',
  collaborator: 'By its collaborators',
  team: 'By team',
  label: 'By its labels',
};

export type IsWord = keyof typeof is;
export type HasWord = keyof typeof has;
export type SortWord = keyof typeof sort;

export const queryKeys = {
  type: { kind: 'choice', says: 'Idea, story or task', words: { idea: '', story: '', task: '' } },
  is: { kind: 'choice', says: 'The state it is in', words: is },
  owner: { kind: 'person', says: 'Whose it is' },
  collaborator: { kind: 'person', says: 'Who works on it beside its owner' },
  suggester: { kind: 'person', says: 'Who asked for it' },
  team: { kind: 'team', says: 'The team whose it is' },
  step: { kind: 'step', says: 'The step it is in' },
  size: { kind: 'size', says: 'Its size; > and < compare' },
  label: { kind: 'label', says: 'A label it has; none: it has none' },
  has: { kind: 'choice', says: 'What it has', words: has },
  age: { kind: 'span', says: 'How long ago it was captured: >14d, <2w' },
  created: { kind: 'day', says: 'When it was captured or made: >2026-01-01, -7d' },
  committed: { kind: 'day', says: 'When it passed the gate' },
  started: { kind: 'day', says: 'When work on it began' },
  done: { kind: 'day', says: 'When it was finished' },
  moved: { kind: 'day', says: 'When it came to where it is' },
  persona: { kind: 'text', says: 'Who has the problem' },
  sort: { kind: 'sort', says: 'The order; a minus turns it round', words: sort },
} as const satisfies Readonly<Record<string, QueryKeyDeclaration>>;

export type QueryKey = keyof typeof queryKeys;

// Object.keys loses the names that the table has.
export const queryKeyNames = Object.keys(queryKeys) as readonly QueryKey[];

/** The declaration of a key as somebody typed it; undefined when there is none. */
export function declarationOf(key: string): QueryKeyDeclaration | undefined {
  return Object.hasOwn(queryKeys, key) ? queryKeys[key as QueryKey] : undefined; // hasOwn has just looked.
}
