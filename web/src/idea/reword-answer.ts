// The answer whose sentence is being put better. `RewordAnswerHost` draws it, once a page.
import type { EntityOf } from '@shortlist/domain/entities.ts';

type Idea = EntityOf<'idea'>;

let current: Idea | null = null;
const listeners = new Set<() => void>();

/** Opens the sentence of a rejected or merged idea; null closes it. */
export function rewordAnswer(idea: Idea | null): void {
  current = idea;
  for (const listener of listeners) listener();
}

export function rewordedAnswer(): Idea | null {
  return current;
}

/** Calls the listener when it opens or closes. */
export function onReword(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
