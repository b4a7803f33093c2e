/** Turns a typed query into what a list needs: a condition, an order, and what is wrong with it, in words and places. */
import { foldedText } from './folded-text.ts';
import { nearestWord } from './nearest-word.ts';
import { declarationOf, queryKeyNames, type SortWord } from './query-keys.ts';
import { parseQuery, queryLengthMost, queryTermsMost, writtenValue } from './query-parse.ts';
import { readSort, type QuerySort } from './query-sort.ts';
import type { QueryContext, QuerySubject } from './query-subject.ts';
import type { KeyTerm, ParsedQuery, QuerySpan, QueryValue, WordTerm } from './query-terms.ts';
import { valueMatch, type Matches } from './query-values.ts';

export interface QueryProblem extends QuerySpan {
  /** What is wrong, and what was probably meant. */
  readonly message: string;
  /** What to put in that place instead; null where that cannot be told. */
  readonly fix: string | null;
}

export interface CompiledQuery {
  /** Whether a subject is asked for. What is wrong in the query asks nothing. */
  readonly matches: Matches;
  readonly sort: QuerySort | null;
  readonly problems: readonly QueryProblem[];
  /** Asks nothing at all of its subjects. */
  readonly isEmpty: boolean;
  /** Its words, as they are looked for, those with a minus left out. */
  readonly words: readonly string[];
}

export function compileQuery(typed: string, context: QueryContext): CompiledQuery {
  return compileParsed(parseQuery(typed), context);
}

/** What of the context a query needs to be asked for first. */
export function factsAsked(typed: string): { readonly marks: boolean; readonly evidence: boolean } {
  const said = (key: string, word: string) =>
    parseQuery(typed).terms.some((term) => term.kind === 'key' && term.key === key && term.values.some(isWord(word)));
  return { marks: said('is', 'slow') || said('is', 'stale'), evidence: said('has', 'evidence') };
}

const isWord = (word: string) => (value: QueryValue) => value.text.toLowerCase() === word;

function compileParsed({ terms, isCut }: ParsedQuery, context: QueryContext): CompiledQuery {
  const problems: QueryProblem[] = [];
  const conditions: Matches[] = [];
  let sort: QuerySort | null = null;
  for (const term of terms) {
    if (term.kind === 'word') conditions.push(wordMatch(term));
    else if (term.key === 'sort') sort = sortOf(term, problems) ?? sort;
    else {
      const condition = keyMatch(term, context, problems);
      if (condition !== null) conditions.push(condition);
    }
  }
  if (isCut) {
    const message = `Only the first ${queryTermsMost} words and ${queryLengthMost} characters are read.`;
    problems.push({ from: 0, to: 0, message, fix: null });
  }
  return {
    matches: (subject) => conditions.every((matches) => matches(subject)),
    sort,
    problems,
    isEmpty: conditions.length === 0,
    words: terms.flatMap((term) => (term.kind === 'word' && !term.isNot ? [foldedText(term.text)] : [])),
  };
}

const searchedKey = Symbol('searched');

/** Folded once, and kept as the keys of an order are: a subject lives until something it is made of changes. */
function searched(subject: QuerySubject): string {
  const kept = subject as QuerySubject & { [searchedKey]?: string };
  return (kept[searchedKey] ??= foldedText(
    `${subject.handle} ${subject.title} ${subject.words} ${subject.type} ${subject.standsIn} ${subject.teamName} ${subject.ownerName} ${[...subject.collaborators, ...subject.labels].map(({ name }) => name).join(' ')}`,
  ));
}

function wordMatch({ text, isNot }: WordTerm): Matches {
  const wanted = foldedText(text);
  return (subject) => searched(subject).includes(wanted) !== isNot;
}

function keyMatch(term: KeyTerm, context: QueryContext, problems: QueryProblem[]): Matches | null {
  const declared = declarationOf(term.key);
  if (declared === undefined) {
    problems.push(unknownKey(term));
    return null;
  }
  const found: Matches[] = [];
  for (const value of term.values) {
    // `size:>` is on its way to `size:>M`.
    if (value.text === '') continue;
    const match = valueMatch(term.key, declared, value, context);
    if (typeof match === 'function') found.push(match);
    else {
      const fix = match.fix === null ? null : value.compare + writtenValue(match.fix);
      problems.push({ from: value.from, to: value.to, message: asked(match.fault, match.fix), fix });
    }
  }
  if (found.length === 0) return null;
  const [first] = found;
  const any: Matches = found.length === 1 && first !== undefined ? first : (subject) => found.some((match) => match(subject));
  return term.isNot ? (subject) => !any(subject) : any;
}

function sortOf(term: KeyTerm, problems: QueryProblem[]): QuerySort | null {
  const value = term.values[0];
  if (value === undefined || value.text === '') return null;
  const sort = readSort(value.text);
  if (sort !== null) return term.isNot ? { ...sort, isReversed: !sort.isReversed } : sort;
  const words: readonly SortWord[] = [
    'age',
    'moved',
    'title',
    'handle',
    'type',
    'step',
    'size',
    'owner',
    'collaborator',
    'team',
    'label',
  ];
  const fix = nearestWord(value.text.replace(/^-/, ''), words);
  problems.push({ from: value.from, to: value.to, message: asked(`There is no order “${value.text}”`, fix), fix });
  return null;
}

function unknownKey({ key, keySpan, values }: KeyTerm): QueryProblem {
  const near = nearestWord(key, queryKeyNames);
  const message = asked(`There is no “${key}:”`, near === null ? null : `${near}:`);
  const hint = near === null && values.length > 0 ? ' Quotes look for it as words.' : '';
  return { ...keySpan, message: message + hint, fix: near };
}

function asked(fault: string, fix: string | null): string {
  return fix === null ? `${fault}.` : `${fault}. Did you mean ${fix}?`;
}
