// The ways out of a full refinement, as the dialog holds them.
import type { Work } from '../story/item.ts';
import type { RoomNo } from './make-room.ts';

export type RoomWay = 'park' | 'reject' | 'over';

export interface RoomOut {
  readonly way: RoomWay;
  /** The items that leave. */
  readonly leavingIds: readonly string[];
  /** Why what leaves is rejected, or why it goes over. */
  readonly sentence: string;
}

/** How many leave before so many come in. Of more than it may hold already, the rest leaves too. */
export function leavingNeeded({ held, k }: Pick<RoomNo, 'held' | 'k'>, coming: number): number {
  return Math.max(1, held + coming - k);
}

/** What is still missing, in words; null when it can be sent. `needed`: how many leave. */
export function missingInRoom({ way, leavingIds, sentence }: RoomOut, needed: number): string | null {
  if (way !== 'over' && leavingIds.length < needed) {
    const { length } = leavingIds;
    return needed === 1 ? 'Choose what leaves.' : `Choose ${needed} that leave; ${length} ${length === 1 ? 'is' : 'are'} chosen.`;
  }
  if (way === 'park' || sentence.trim() !== '') return null;
  return way === 'over' ? 'Write the reason: it stays with the item.' : 'Write one sentence why.';
}

/** What could leave: the farthest from ready first; among equals what has been there longest. */
export function leavingFirst(works: readonly Work[]): readonly Work[] {
  const missing = ({ readiness }: Work) => readiness.missing.length / readiness.points.length;
  return works.toSorted((a, b) => missing(b) - missing(a) || (a.placement.enteredStepAt < b.placement.enteredStepAt ? -1 : 1));
}
