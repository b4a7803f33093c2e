/** Who is named in a text. */
import type { Id } from '../ids.ts';
import { commentLimits } from './comment-limits.ts';

interface Person {
  readonly id: Id<'person'>;
  readonly name: string;
}

export interface NamedAt {
  readonly id: Id<'person'>;
  /** Half-open: `text.slice(from, to)` is the `@` and the name. */
  readonly from: number;
  readonly to: number;
}

/** The people whose whole name follows an `@`, in the order of the text, each once, at most fifty. */
export function mentionsIn(text: string, people: readonly Person[]): Id<'person'>[] {
  const found = new Set<Id<'person'>>();
  for (const { id } of namesIn(text, people)) {
    found.add(id);
    if (found.size === commentLimits.mentions) break;
  }
  return [...found];
}

/**
 * Where people are named, in the order of the text. Of two names that fit the longer wins (`@Ann Lee` is not `Ann`). Case does not
 * matter; within a word, as in an address, an `@` names nobody.
 */
export function namesIn(text: string, people: readonly Person[]): readonly NamedAt[] {
  if (!text.includes('@')) return [];
  const lower = text.toLowerCase();
  const longestFirst = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length);
  const found: NamedAt[] = [];
  for (let at = lower.indexOf('@'); at !== -1; at = lower.indexOf('@', at + 1)) {
    if (isWordPart(lower[at - 1])) continue;
    const named = longestFirst.find(({ name }) => {
      const end = at + 1 + name.length;
      return lower.startsWith(name.toLowerCase(), at + 1) && !isWordPart(lower[end]);
    });
    if (named !== undefined) found.push({ id: named.id, from: at, to: at + 1 + named.name.length });
  }
  return found;
}

function isWordPart(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
}
