// What waits in the parking lot. One list for all who show or count it, so that it is made once.
import type { ListSpec } from '../sync/use-store.ts';

/** Newest first. */
export const undecidedIdeas: ListSpec<'idea'> = {
  entity: 'idea',
  where: (idea) => idea.decision === null,
  order: (a, b) => (a.capturedAt < b.capturedAt ? 1 : a.capturedAt > b.capturedAt ? -1 : 0),
};
