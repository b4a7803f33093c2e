/** Runs the patterns of `matches` in time linear in the text: all positions of the pattern walk along together (Thompson 1968). */
import { parsePattern, type Assertion, type PatternNode } from './pattern-parse.ts';
import { PatternError, type CharClass } from './pattern-chars.ts';

/** A pattern of this many steps against the longest text a context may hold stays below a few milliseconds. */
const MOST_STEPS = 500;

type Step =
  | { readonly op: 'char'; readonly of: CharClass }
  | { readonly op: 'assert'; readonly what: Assertion }
  | { readonly op: 'fork'; to: number; or: number }
  | { readonly op: 'match' };

/** Answers whether the pattern occurs anywhere in the text. */
export type Matcher = (text: string) => boolean;

/** Throws a `PatternError` for what is no pattern, is too long, or cannot be answered in linear time. */
export function compilePattern(pattern: string, ignoreCase: boolean): Matcher {
  const steps: Program = [];
  emit(steps, parsePattern(pattern, ignoreCase));
  push(steps, { op: 'match' });
  const threads = new Threads(steps);
  return (text) => threads.occursIn(text);
}

/** What is wrong with a pattern, or null. */
export function patternProblem(pattern: string): string | null {
  try {
    compilePattern(pattern, false);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

function push(steps: Step[], step: Step): number {
  if (steps.length >= MOST_STEPS) throw new PatternError(`is too long: it takes more than ${MOST_STEPS} steps`);
  return steps.push(step) - 1;
}

/** Repetitions of nothing make no steps, and inside each other would still take for ever: so the work is counted too. */
type Program = Step[] & { work?: number };

function emit(steps: Program, node: PatternNode): void {
  steps.work = (steps.work ?? 0) + 1;
  if (steps.work > 20 * MOST_STEPS) throw new PatternError('repeats too much inside repetitions');
  switch (node.is) {
    case 'char':
      push(steps, { op: 'char', of: node.of });
      return;
    case 'assert':
      push(steps, { op: 'assert', what: node.what });
      return;
    case 'sequence':
      for (const part of node.parts) emit(steps, part);
      return;
    case 'choice':
      emitChoice(steps, node.parts);
      return;
    case 'repeat':
      emitRepeat(steps, node.part, node.min, node.max);
  }
}

function emitChoice(steps: Program, parts: readonly PatternNode[]): void {
  const ends: { to: number; or: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const fork = { op: 'fork' as const, to: 0, or: -1 };
    if (index < parts.length - 1) push(steps, fork);
    fork.to = steps.length;
    emit(steps, part);
    if (index === parts.length - 1) break;
    const end = { op: 'fork' as const, to: 0, or: -1 };
    push(steps, end);
    ends.push(end);
    fork.or = steps.length;
  }
  for (const end of ends) end.to = steps.length;
}

function emitRepeat(steps: Program, part: PatternNode, min: number, max: number): void {
  for (let i = 0; i < min; i++) emit(steps, part);
  if (max === Infinity) {
    const loop = { op: 'fork' as const, to: 0, or: 0 };
    const start = push(steps, loop);
    loop.to = steps.length;
    emit(steps, part);
    push(steps, { op: 'fork', to: start, or: -1 });
    loop.or = steps.length;
    return;
  }
  const skips: { or: number }[] = [];
  for (let i = min; i < max; i++) {
    const skip = { op: 'fork' as const, to: 0, or: 0 };
    push(steps, skip);
    skip.to = steps.length;
    emit(steps, part);
    skips.push(skip);
  }
  for (const skip of skips) skip.or = steps.length;
}

/** The steps that are alive, with what they need to walk; one for each pattern, and used by one caller at a time. */
class Threads {
  readonly #steps: readonly Step[];
  #now: number[] = [];
  #next: number[] = [];
  /** The position at which a step was last added, so that none is added twice. */
  readonly #addedAt: Int32Array;
  readonly #stack: number[] = [];

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
    this.#addedAt = new Int32Array(steps.length);
  }

  occursIn(text: string): boolean {
    this.#addedAt.fill(-1);
    this.#now.length = 0;
    for (let at = 0; ;) {
      if (this.#add(this.#now, 0, at, text)) return true;
      if (at >= text.length) return false;
      const code = text.codePointAt(at) ?? 0;
      const after = at + (code > 0xffff ? 2 : 1);
      this.#next.length = 0;
      for (const index of this.#now) {
        const step = this.#steps[index];
        if (step?.op === 'char' && holds(step.of, code) && this.#add(this.#next, index + 1, after, text)) return true;
      }
      [this.#now, this.#next] = [this.#next, this.#now];
      at = after;
    }
  }

  /** Follows forks and assertions from `start`; true when the pattern is met. */
  #add(list: number[], start: number, at: number, text: string): boolean {
    this.#stack.length = 0;
    this.#stack.push(start);
    for (let index = this.#stack.pop(); index !== undefined; index = this.#stack.pop()) {
      if (this.#addedAt[index] === at) continue;
      this.#addedAt[index] = at;
      const step = this.#steps[index];
      if (step === undefined) continue;
      if (step.op === 'match') return true;
      if (step.op === 'char') list.push(index);
      else if (step.op === 'assert') {
        if (isMet(step.what, text, at)) this.#stack.push(index + 1);
      } else {
        if (step.or >= 0) this.#stack.push(step.or);
        this.#stack.push(step.to);
      }
    }
    return false;
  }
}

function holds(of: CharClass, code: number): boolean {
  if (isInRanges(of.ranges, code)) return !of.negated;
  if (!of.fold) return of.negated;
  const char = String.fromCodePoint(code);
  const isIn =
    isInRanges(of.ranges, char.toLowerCase().codePointAt(0) ?? 0) ||
    isInRanges(of.ranges, char.toUpperCase().codePointAt(0) ?? 0);
  return isIn !== of.negated;
}

function isInRanges(ranges: readonly number[], code: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (code >= (ranges[i] ?? 0) && code <= (ranges[i + 1] ?? 0)) return true;
  }
  return false;
}

function isMet(what: Assertion, text: string, at: number): boolean {
  switch (what) {
    case 'textStart':
      return at === 0;
    case 'textEnd':
      return at === text.length;
    case 'lineStart':
      return at === 0 || text.charCodeAt(at - 1) === 10;
    case 'lineEnd':
      return at === text.length || text.charCodeAt(at) === 10;
    case 'wordEdge':
      return isWordAt(text, at - 1) !== isWordAt(text, at);
    case 'noWordEdge':
      return isWordAt(text, at - 1) === isWordAt(text, at);
    default:
      throw new Error(`unknown assertion ${String(what satisfies never)}`);
  }
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}
