/** Who is named in a text. */
import type { Id } from '../ids.ts';
import { commentLimits } from './comment-limits.ts';

interface Person {
  readonly id: Id<'person'>;
  readonly name: string;
}

/**
 * The people whose whole name follows an `@`, in the order of the text, each once, at most fifty. Of two names that fit the
 * longer wins (`@Ann Lee` is not `Ann`). Case does not matter; within a word, as in an address, an `@` names nobody.
 */
export function mentionsIn(text: string, people: readonly Person[]): Id<'person'>[] {
  if (!text.includes('@')) return [];
  const lower = text.toLowerCase();
  const longestFirst = people.filter(({ name }) => name !== '').toSorted((a, b) => b.name.length - a.name.length);
  const found = new Set<Id<'person'>>();
  for (let at = lower.indexOf('@'); at !== -1 && found.size < commentLimits.mentions; at = lower.indexOf('@', at + 1)) {
    if (isWordPart(lower[at - 1])) continue;
    const named = longestFirst.find(({ name }) => {
      const end = at + 1 + name.length;
      return lower.startsWith(name.toLowerCase(), at + 1) && !isWordPart(lower[end]);
    });
    if (named !== undefined) found.add(named.id);
  }
  return [...found];
}

function isWordPart(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
}
