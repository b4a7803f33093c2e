/** Reads a typed query. It never throws, looks at each character once, and reads no more than its limits. */
import type { KeyTerm, ParsedQuery, QueryCompare, QueryTerm, QueryValue } from './query-terms.ts';

/** Characters that are read of a query. */
export const queryLengthMost = 1000;
export const queryTermsMost = 60;

const isSpace = (letter: string) => /\s/.test(letter);
const keyBefore = /^[a-z]+(?=:)/i;

/** Reads `type:story -owner:me,"Ana Li" age:>14d "exact words" word`. Whatever cannot be read otherwise is a word. */
export function parseQuery(typed: string): ParsedQuery {
  const text = typed.slice(0, queryLengthMost);
  const terms: QueryTerm[] = [];
  let at = 0;
  while (at < text.length && terms.length < queryTermsMost) {
    if (isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    const term = readTerm(text, at);
    terms.push(term);
    at = term.to;
  }
  return { terms, isCut: typed.length > queryLengthMost || text.slice(at).trim() !== '' };
}

function readTerm(text: string, from: number): QueryTerm {
  // A minus on its own is a word.
  const isNot = text.charAt(from) === '-' && from + 1 < text.length && !isSpace(text.charAt(from + 1));
  const start = isNot ? from + 1 : from;
  if (text.charAt(start) === '"') {
    const { value, to } = readQuoted(text, start);
    return { kind: 'word', text: value, isNot, isExact: true, from, to };
  }
  const key = keyBefore.exec(text.slice(start, start + 40))?.[0];
  if (key !== undefined) return readKeyTerm(text, from, start, key, isNot);
  let to = start;
  while (to < text.length && !isSpace(text.charAt(to))) to += 1;
  return { kind: 'word', text: text.slice(start, to), isNot, isExact: false, from, to };
}

function readKeyTerm(text: string, from: number, start: number, key: string, isNot: boolean): KeyTerm {
  const values: QueryValue[] = [];
  let at = start + key.length + 1;
  for (;;) {
    const value = readValue(text, at);
    if (value.to > value.from) values.push(value);
    at = value.to;
    if (text.charAt(at) !== ',') break;
    at += 1;
  }
  const keySpan = { from: start, to: start + key.length };
  return { kind: 'key', key: key.toLowerCase(), keySpan, isNot, values, from, to: at };
}

/** A value ends at a space or a comma, unless it stands in quotes. */
function readValue(text: string, from: number): QueryValue {
  // The pattern matches any text, with an empty comparison.
  const compare = (/^[<>]=?/.exec(text.slice(from, from + 2))?.[0] ?? '') as QueryCompare;
  const start = from + compare.length;
  if (text.charAt(start) === '"') {
    const { value, to } = readQuoted(text, start);
    // What follows the closing quote without a space belongs to the value, so that nothing that was typed is lost.
    const end = endOfBare(text, to);
    return { text: value + text.slice(to, end), compare, from, to: end };
  }
  const to = endOfBare(text, start);
  return { text: text.slice(start, to), compare, from, to };
}

function endOfBare(text: string, from: number): number {
  let to = from;
  while (to < text.length && text.charAt(to) !== ',' && !isSpace(text.charAt(to))) to += 1;
  return to;
}

/** From a quote to the next one, or to the end where none closes it; a backslash takes the next letter as it is. */
function readQuoted(text: string, from: number): { readonly value: string; readonly to: number } {
  let value = '';
  let at = from + 1;
  while (at < text.length && text.charAt(at) !== '"') {
    if (text.charAt(at) === '\\' && at + 1 < text.length) at += 1;
    value += text.charAt(at);
    at += 1;
  }
  return { value, to: Math.min(at + 1, text.length) };
}

/** A value as it has to be written so that it is read back as itself. */
export function writtenValue(text: string): string {
  const isPlain = text !== '' && !/[\s,"\\<>=]/.test(text);
  return isPlain ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Writes terms as a query that is read back as the same terms, places apart. */
export function writtenQuery(terms: readonly QueryTerm[]): string {
  return terms.map(writtenTerm).join(' ');
}

function writtenTerm(term: QueryTerm): string {
  const minus = term.isNot ? '-' : '';
  if (term.kind === 'word') return minus + (term.isExact ? `"${term.text.replaceAll(/["\\]/g, '\\$&')}"` : term.text);
  return `${minus}${term.key}:${term.values.map(({ compare, text }) => compare + writtenValue(text)).join(',')}`;
}
