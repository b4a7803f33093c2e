/** The place in the feed from which a client wants to hear. */
import { problem, type Problem } from './problem.ts';

/** A `seq`; null where none is named, which means from now on. */
export function readAfter(text: string | undefined): number | null | Problem {
  if (text === undefined || text === '') return null;
  const after = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(after)
    ? after
    : problem('invalid_input', 'after must be the last "seq" that was seen, a whole number from 0.');
}
