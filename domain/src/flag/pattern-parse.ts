/**
 * Reads the patterns of `matches`: the part of regular expressions that can be answered in time linear in the text. No look-around and no back
 * references; greedy and lazy are one, since only *whether* it matches is asked.
 */
import { type Flags, PatternError, escapedClass, bracket, type CharClass, type Reader } from './pattern-chars.ts';

export type Assertion = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordEdge' | 'noWordEdge';

export type PatternNode =
  | { readonly is: 'char'; readonly of: CharClass }
  | { readonly is: 'assert'; readonly what: Assertion }
  | { readonly is: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly is: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly is: 'repeat'; readonly part: PatternNode; readonly min: number; readonly max: number };

const MOST_REPEATS = 200;

const DEEPEST_GROUP = 30;

/** The tree of a pattern. Throws a `PatternError`. */
export function parsePattern(pattern: string, fold: boolean): PatternNode {
  const reader = { chars: Array.from(pattern), at: 0 };
  const node = choice(reader, { fold, multiline: false, dotAll: false }, 0);
  if (reader.at < reader.chars.length) throw new PatternError('closes a group that is not open');
  return node;
}

function choice(reader: Reader, flags: Flags, depth: number): PatternNode {
  if (depth > DEEPEST_GROUP) throw new PatternError(`nests groups more than ${DEEPEST_GROUP} deep`);
  const parts: PatternNode[] = [];
  let current: PatternNode[] = [];
  let now = flags;
  for (;;) {
    const char = reader.chars[reader.at];
    if (char === undefined || char === ')') break;
    if (char === '|') {
      reader.at += 1;
      parts.push({ is: 'sequence', parts: current });
      current = [];
      continue;
    }
    const changed = inlineFlags(reader, now);
    if (changed !== null) {
      now = changed;
      continue;
    }
    current.push(repeated(reader, atom(reader, now, depth)));
  }
  parts.push({ is: 'sequence', parts: current });
  return parts.length === 1 ? { is: 'sequence', parts: current } : { is: 'choice', parts };
}

/** `(?i)` and the like: holds to the end of the group. */
function inlineFlags(reader: Reader, flags: Flags): Flags | null {
  const match = /^\(\?([ims]+)\)/.exec(reader.chars.slice(reader.at, reader.at + 8).join(''));
  if (match === null) return null;
  reader.at += match[0].length;
  return withFlags(flags, match[1] ?? '');
}

function withFlags(flags: Flags, letters: string): Flags {
  return {
    fold: flags.fold || letters.includes('i'),
    multiline: flags.multiline || letters.includes('m'),
    dotAll: flags.dotAll || letters.includes('s'),
  };
}

function atom(reader: Reader, flags: Flags, depth: number): PatternNode {
  const char = reader.chars[reader.at] ?? '';
  reader.at += 1;
  switch (char) {
    case '(':
      return group(reader, flags, depth);
    case '[':
      return { is: 'char', of: bracket(reader, flags) };
    case '.':
      return { is: 'char', of: { ranges: flags.dotAll ? [] : [10, 10], negated: true, fold: false } };
    case '^':
      return { is: 'assert', what: flags.multiline ? 'lineStart' : 'textStart' };
    case '$':
      return { is: 'assert', what: flags.multiline ? 'lineEnd' : 'textEnd' };
    case '*':
    case '+':
    case '?':
      throw new PatternError(`repeats nothing with ${char}`);
    case '\\':
      return escape(reader, flags);
    default:
      return literal(char, flags);
  }
}

function group(reader: Reader, flags: Flags, depth: number): PatternNode {
  const ahead = reader.chars.slice(reader.at, reader.at + 60).join('');
  let inner = flags;
  if (ahead.startsWith('?')) {
    const opening = /^\?(?:([ims]*):|P?<[A-Za-z_]\w{0,40}>)/.exec(ahead);
    if (opening === null) throw new PatternError('looks around, which cannot be answered in linear time');
    inner = withFlags(flags, opening[1] ?? '');
    reader.at += opening[0].length;
  }
  const node = choice(reader, inner, depth + 1);
  if (reader.chars[reader.at] !== ')') throw new PatternError('leaves a group open');
  reader.at += 1;
  return node;
}

function repeated(reader: Reader, part: PatternNode): PatternNode {
  const bounds = quantifier(reader);
  if (bounds === null) return part;
  if (reader.chars[reader.at] === '?') reader.at += 1;
  if (quantifier(reader) !== null) throw new PatternError('repeats a repetition');
  return { is: 'repeat', part, ...bounds };
}

function quantifier(reader: Reader): { min: number; max: number } | null {
  const char = reader.chars[reader.at];
  const simple =
    char === '*'
      ? { min: 0, max: Infinity }
      : char === '+'
        ? { min: 1, max: Infinity }
        : char === '?'
          ? { min: 0, max: 1 }
          : null;
  if (simple !== null) {
    reader.at += 1;
    return simple;
  }
  const counted = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(reader.chars.slice(reader.at, reader.at + 12).join(''));
  if (counted === null) return null;
  reader.at += counted[0].length;
  const min = Number(counted[1]);
  const max = counted[2] === '' ? min : counted[3] === '' ? Infinity : Number(counted[3]);
  if (min > MOST_REPEATS || (max !== Infinity && max > MOST_REPEATS))
    throw new PatternError(`repeats more than ${MOST_REPEATS} times`);
  if (max < min) throw new PatternError('repeats at least more often than at most');
  return { min, max };
}

function escape(reader: Reader, flags: Flags): PatternNode {
  const char = reader.chars[reader.at];
  if (char === 'b' || char === 'B') {
    reader.at += 1;
    return { is: 'assert', what: char === 'b' ? 'wordEdge' : 'noWordEdge' };
  }
  if (char === 'A' || char === 'z') {
    reader.at += 1;
    return { is: 'assert', what: char === 'A' ? 'textStart' : 'textEnd' };
  }
  const { ranges, negated } = escapedClass(reader);
  return { is: 'char', of: { ranges, negated, fold: flags.fold } };
}

function literal(char: string, flags: Flags): PatternNode {
  const code = char.codePointAt(0) ?? 0;
  return { is: 'char', of: { ranges: [code, code], negated: false, fold: flags.fold } };
}
