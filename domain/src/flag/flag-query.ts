/** Typed queries of the list of flags: `kind:release rung:beta owner:me "words" sort:asked`. No schemas: the browser reads this file. */
import { shownRungs } from '../ladder/rung-words.ts';
import { foldedText } from '../query/folded-text.ts';
import { nearestWord } from '../query/nearest-word.ts';
import { parseQuery, queryLengthMost, queryTermsMost, writtenValue } from '../query/query-parse.ts';
import type { QueryProblem } from '../query/query-compile.ts';
import type { QueryVocabulary } from '../query/query-suggest.ts';
import type { KeyTerm, QueryValue } from '../query/query-terms.ts';
import { flagKinds, flagTypes } from './flag-words.ts';
import type { Flag } from './flag.ts';
import type { FlagSubject } from './flag-subject.ts';
import { flagSorts, readFlagOrder, type FlagOrder } from './flag-order.ts';

export interface FlagQueryContext {
  readonly meId: string | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly environments: readonly { readonly key: string; readonly name: string }[];
  /** ISO, UTC. */
  readonly now: string;
}

export interface FlagQuery {
  readonly matches: (subject: FlagSubject) => boolean;
  readonly sort: FlagOrder | null;
  readonly problems: readonly QueryProblem[];
  readonly isEmpty: boolean;
}

const is = {
  archived: 'Put away',
  killed: 'Switched off somewhere by hand',
  'clean-up': 'Everyone has it, and its code should go',
  old: 'Older than it was expected to live',
  asked: 'Asked for at least once',
  unasked: 'Never asked for',
  browser: 'Browsers may see it',
} as const;

const dayMs = 86_400_000;

const isAsks: Readonly<Record<keyof typeof is, (subject: FlagSubject, context: FlagQueryContext) => boolean>> = {
  archived: ({ flag }) => flag.archivedAt !== null,
  killed: ({ stands }) => Object.values(stands).includes('killed'),
  'clean-up': ({ flag }) => flag.cleanUp !== null,
  old: ({ flag }, { now }) => isOld(flag, now),
  asked: ({ askedAt }) => askedAt !== null,
  unasked: ({ askedAt }) => askedAt === null,
  browser: ({ flag }) => flag.clientSide,
};

/** Whether it has lived longer than its kind is expected to. `now`: ISO 8601. */
export function isOld(flag: Pick<Flag, 'lifetimeDays' | 'createdAt' | 'archivedAt'>, now: string): boolean {
  if (flag.lifetimeDays === null || flag.archivedAt !== null) return false;
  return Date.parse(now) - Date.parse(flag.createdAt) > flag.lifetimeDays * dayMs;
}

const keys = {
  kind: 'Release, experiment, operational or permission',
  rung: 'The rung of its ladder',
  owner: 'Whose it is',
  type: 'Boolean, string, number or object',
  is: 'The state it is in',
  on: 'An environment where it gives on to anybody',
  off: 'An environment where it is off',
  story: 'The story it serves, by handle',
  sort: 'The order; a minus turns it round',
} as const;

type FlagKey = keyof typeof keys;

// Object.keys loses the names that the table has.
const keyNames = Object.keys(keys) as readonly FlagKey[];

const words = (list: readonly string[]) => list.map((label) => ({ label, hint: '' }));

/** What may be typed, for the suggestions. */
export function flagVocabulary({ people, environments }: FlagQueryContext): QueryVocabulary {
  const valuesOf: Readonly<Record<FlagKey, () => readonly { readonly label: string; readonly hint: string }[]>> = {
    kind: () => words(flagKinds),
    rung: () => words(shownRungs),
    owner: () => [...words(['me']), { label: 'nobody', hint: 'No owner' }, ...words(people.map(({ name }) => name))],
    type: () => words(flagTypes),
    is: () => Object.entries(is).map(([label, hint]) => ({ label, hint })),
    on: () => environments.map(({ key, name }) => ({ label: key, hint: name })),
    off: () => environments.map(({ key, name }) => ({ label: key, hint: name })),
    story: () => [],
    sort: () => words(flagSorts),
  };
  return {
    keys: keyNames.map((key) => ({ key, says: keys[key] })),
    valuesOf: (key) => (isFlagKey(key) ? valuesOf[key]() : null),
  };
}

export function compileFlagQuery(typed: string, context: FlagQueryContext): FlagQuery {
  const { terms, isCut } = parseQuery(typed);
  const problems: QueryProblem[] = [];
  const conditions: ((subject: FlagSubject) => boolean)[] = [];
  let sort: FlagOrder | null = null;
  for (const term of terms) {
    if (term.kind === 'word') {
      const wanted = foldedText(term.text);
      conditions.push((subject) => searched(subject).includes(wanted) !== term.isNot);
    } else if (!isFlagKey(term.key)) {
      const near = nearestWord(term.key, keyNames);
      problems.push({
        ...term.keySpan,
        message: `There is no “${term.key}:”.${near === null ? '' : ` Did you mean ${near}:?`}`,
        fix: near,
      });
    } else if (term.key === 'sort') sort = sortOf(term, problems) ?? sort;
    else {
      const any = valueMatches(term.key, term, context, problems);
      if (any.length > 0) conditions.push((subject) => any.some((match) => match(subject)) !== term.isNot);
    }
  }
  if (isCut) {
    const message = `Only the first ${queryTermsMost} words and ${queryLengthMost} characters are read.`;
    problems.push({ from: 0, to: 0, message, fix: null });
  }
  return { matches: (subject) => conditions.every((holds) => holds(subject)), sort, problems, isEmpty: conditions.length === 0 };
}

function isFlagKey(key: string): key is FlagKey {
  return Object.hasOwn(keys, key);
}

type Match = (subject: FlagSubject) => boolean;

function valueMatches(key: FlagKey, term: KeyTerm, context: FlagQueryContext, problems: QueryProblem[]): Match[] {
  const found: Match[] = [];
  for (const value of term.values) {
    if (value.text === '') continue;
    const match = value.compare === '' ? valueMatch(key, foldedText(value.text), context) : null;
    if (match !== null) found.push(match);
    else problems.push(unknownValue(key, value, context));
  }
  return found;
}

/** Null for a value that the key does not know. */
function valueMatch(key: FlagKey, text: string, context: FlagQueryContext): Match | null {
  switch (key) {
    case 'kind':
      return flagKinds.some((kind) => kind === text) ? ({ flag }) => flag.kind === text : null;
    case 'rung':
      return shownRungs.some((rung) => rung === text) ? ({ flag }) => flag.rung === text : null;
    case 'type':
      return flagTypes.some((type) => type === text) ? ({ flag }) => flag.type === text : null;
    case 'is': {
      // hasOwn has just looked.
      const ask = Object.hasOwn(isAsks, text) ? isAsks[text as keyof typeof isAsks] : undefined;
      return ask === undefined ? null : (subject) => ask(subject, context);
    }
    case 'owner':
      return ownerMatch(text, context);
    case 'on':
    case 'off': {
      const environment = context.environments.find((one) => foldedText(one.key) === text || foldedText(one.name) === text);
      if (environment === undefined) return null;
      const isOff = ({ stands }: FlagSubject): boolean => ['off', 'killed'].includes(stands[environment.key] ?? 'off');
      return key === 'off' ? isOff : (subject) => !isOff(subject);
    }
    case 'story':
      return ({ storyHandles }) => storyHandles.some((handle) => foldedText(handle) === text);
    case 'sort':
      return () => true;
    default:
      return key satisfies never;
  }
}

function ownerMatch(text: string, { meId, people }: FlagQueryContext): Match | null {
  if (text === 'me') return ({ flag }) => meId !== null && flag.ownerId === meId;
  if (text === 'nobody') return ({ flag }) => flag.ownerId === null;
  const ids = new Set<string | null>(
    people.filter(({ name }) => ` ${foldedText(name)}`.includes(` ${text}`)).map(({ id }) => id),
  );
  return ids.size === 0 ? null : ({ flag }) => ids.has(flag.ownerId);
}

function unknownValue(key: FlagKey, value: QueryValue, context: FlagQueryContext): QueryProblem {
  const labels =
    flagVocabulary(context)
      .valuesOf(key)
      ?.map(({ label }) => label) ?? [];
  const near = nearestWord(value.text, labels);
  const message = `“${key}:” knows no “${value.compare}${value.text}”.${near === null ? '' : ` Did you mean ${near}?`}`;
  return { from: value.from, to: value.to, message, fix: near === null ? null : writtenValue(near) };
}

function sortOf(term: KeyTerm, problems: QueryProblem[]): FlagOrder | null {
  const [value] = term.values;
  if (value === undefined || value.text === '') return null;
  const order = readFlagOrder(value.text);
  if (order !== null) return term.isNot ? { ...order, isReversed: !order.isReversed } : order;
  const near = nearestWord(value.text.replace(/^-/, ''), flagSorts);
  const message = `There is no order “${value.text}”.${near === null ? '' : ` Did you mean ${near}?`}`;
  problems.push({ from: value.from, to: value.to, message, fix: near });
  return null;
}

/** Folded once: a subject lives until something it is made of changes. */
const folded = new WeakMap<FlagSubject, string>();

function searched(subject: FlagSubject): string {
  const known = folded.get(subject);
  if (known !== undefined) return known;
  const { flag, ownerName, storyHandles } = subject;
  const text = foldedText(`${flag.key} ${flag.title} ${flag.kind} ${flag.rung} ${ownerName} ${storyHandles.join(' ')}`);
  folded.set(subject, text);
  return text;
}
