/** What may be meant by what is being typed: keys where a word begins, words and names behind a colon. */
import { sizes } from '../story/sizes.ts';
import { foldedText } from './folded-text.ts';
import { declarationOf, queryKeyNames, queryKeys, type QueryKeyDeclaration } from './query-keys.ts';
import { parseQuery, writtenValue } from './query-parse.ts';
import type { QueryContext } from './query-subject.ts';
import type { KeyTerm, QuerySpan } from './query-terms.ts';
import { nobody, unlabelled, unsized } from './query-values.ts';

export interface QuerySuggestion {
  readonly id: string;
  /** What is put in the place. A key ends in its colon, a value in a space. */
  readonly text: string;
  readonly label: string;
  readonly hint: string;
}

export interface QuerySuggestions extends QuerySpan {
  readonly items: readonly QuerySuggestion[];
}

const shownMost = 12;

/** What may be typed somewhere: its keys in order, and what may stand behind each. */
export interface QueryVocabulary {
  readonly keys: readonly { readonly key: string; readonly says: string }[];
  /** Null for a key that there is not. */
  readonly valuesOf: (key: string) => readonly QueryWord[] | null;
}

interface QueryWord {
  readonly label: string;
  readonly hint: string;
  /** The hint finds it too, as the name of a team does. */
  readonly isFoundByHint?: boolean;
}

/** Suggestions for the place of the caret, the likeliest first; each would replace `from` to `to` of the text. */
export function suggestFor(text: string, caret: number, context: QueryContext): QuerySuggestions {
  return suggestAmong(text, caret, {
    keys: queryKeyNames.map((key) => ({ key, says: queryKeys[key].says })),
    valuesOf: (key) => {
      const declared = declarationOf(key);
      return declared === undefined ? null : valuesOf(key, declared, context);
    },
  });
}

/** As `suggestFor`, for a place with words of its own. */
export function suggestAmong(text: string, caret: number, vocabulary: QueryVocabulary): QuerySuggestions {
  const term = parseQuery(text).terms.find((one) => one.from <= caret && caret <= one.to);
  if (term?.kind === 'key' && caret > term.keySpan.to) return valuesAt(term, text, caret, vocabulary);
  if (term === undefined) return keysLike('', { from: caret, to: caret }, vocabulary);
  if (term.kind === 'word' && (term.isExact || term.to - term.from > 30)) return { from: caret, to: caret, items: [] };
  const from = text.charAt(term.from) === '-' ? term.from + 1 : term.from;
  // The colon of a key that is gone back to stays one.
  const to = term.kind === 'key' ? term.keySpan.to + 1 : term.to;
  return keysLike(text.slice(from, Math.max(from, caret)), { from, to }, vocabulary);
}

function keysLike(typed: string, span: QuerySpan, { keys }: QueryVocabulary): QuerySuggestions {
  const wanted = typed.toLowerCase();
  const items = keys
    .filter(({ key }) => key.startsWith(wanted))
    .map(({ key, says }) => ({ id: key, text: `${key}:`, label: `${key}:`, hint: says }));
  return { ...span, items: wanted === '' ? items : items.slice(0, shownMost) };
}

function valuesAt(term: KeyTerm, text: string, caret: number, vocabulary: QueryVocabulary): QuerySuggestions {
  const known = vocabulary.valuesOf(term.key);
  const value = term.values.find((one) => one.from <= caret && caret <= one.to);
  const span = value ?? { from: caret, to: caret };
  const from = value === undefined ? span.from : value.from + value.compare.length;
  if (known === null) return { ...span, items: [] };
  const wanted = foldedText(text.slice(from, caret).replace(/^"/, ''));
  const items = known
    .filter(({ label, hint, isFoundByHint = false }) =>
      ` ${foldedText(isFoundByHint ? `${label} ${hint}` : label)}`.includes(` ${wanted}`),
    )
    .toSorted((a, b) => Number(foldedText(b.label).startsWith(wanted)) - Number(foldedText(a.label).startsWith(wanted)))
    .slice(0, shownMost)
    .map(({ label, hint }) => ({ id: label, text: `${writtenValue(label)} `, label, hint }));
  // What is written out in full needs no suggestion.
  const isWhole = items.length === 1 && items[0]?.text.trim() === text.slice(from, span.to);
  return { from, to: span.to, items: isWhole ? [] : items };
}

function valuesOf(key: string, declared: QueryKeyDeclaration, { people, teams, labels }: QueryContext): readonly QueryWord[] {
  switch (declared.kind) {
    case 'choice':
    case 'sort':
      return Object.entries(declared.words ?? {}).map(([label, hint]) => ({ label, hint }));
    case 'person':
      return [
        { label: 'me', hint: '' },
        ...(key === 'owner' ? [{ label: nobody, hint: 'No owner' }] : []),
        ...(key === 'collaborator' ? [{ label: nobody, hint: 'No collaborator' }] : []),
        ...people.map(({ name }) => ({ label: name, hint: '' })),
      ];
    case 'team':
      return teams.map(({ key: label, name }) => ({ label, hint: name, isFoundByHint: true }));
    case 'step':
      return [...new Set(teams.flatMap(({ steps }) => steps.map(({ name }) => name)))].map((label) => ({ label, hint: '' }));
    case 'size':
      return [...sizes, unsized].map((label) => ({ label, hint: label === unsized ? 'No size' : '' }));
    case 'label':
      return [
        ...labels.filter(({ mergedIntoId }) => mergedIntoId === null).map(({ name }) => ({ label: name, hint: '' })),
        { label: unlabelled, hint: 'No label' },
      ];
    case 'day':
      return ['today', 'yesterday', '-7d', '-30d'].map((label) => ({ label, hint: label.startsWith('-') ? 'Days ago' : '' }));
    case 'span':
      return ['7d', '2w', '3m', '1y'].map((label) => ({ label, hint: '' }));
    case 'text':
      return [];
    default:
      return declared.kind satisfies never;
  }
}
