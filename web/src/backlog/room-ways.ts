// The ways out of a full refinement, as the dialog holds them.
import type { Work } from '../story/item.ts';

export type RoomWay = 'park' | 'reject' | 'over';

export interface RoomOut {
  readonly way: RoomWay;
  /** The item that leaves; null while none is chosen. */
  readonly leavingId: string | null;
  /** Why the leaving item is rejected, or why it goes over. */
  readonly sentence: string;
}

/** What is still missing, in words; null when it can be sent. */
export function missingInRoom({ way, leavingId, sentence }: RoomOut): string | null {
  if (way !== 'over' && leavingId === null) return 'Choose what leaves.';
  if (way === 'park' || sentence.trim() !== '') return null;
  return way === 'over' ? 'Write the reason: it stays with the item.' : 'Write one sentence why.';
}

/** What could leave: the farthest from ready first; among equals what has been there longest. */
export function leavingFirst(works: readonly Work[]): readonly Work[] {
  const missing = ({ readiness }: Work) => readiness.missing.length / readiness.points.length;
  return works.toSorted((a, b) => missing(b) - missing(a) || (a.placement.enteredStepAt < b.placement.enteredStepAt ? -1 : 1));
}
