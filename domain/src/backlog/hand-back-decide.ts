/** What nobody touched goes back to the parking lot: announced, kept, or gone. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { OutputOf } from '../operations.ts';
import { handBackOf, leavingAt } from './hand-back.ts';
import { parkItem, type ParkState } from './park-decide.ts';
import type { Placement } from './placement.ts';

export interface Untouched {
  readonly placement: Placement;
  /** The last change, comment or reader, by anybody. */
  readonly touchedAt: string;
  /** What sending it back reads; null where its day has not come. */
  readonly park: ParkState | null;
}

export function handBack(items: readonly Untouched[], context: DecisionContext): Decision<OutputOf<'backlog.handBack'>> {
  const changes: Change[] = [];
  const value = { announced: 0, kept: 0, left: 0 };
  for (const [index, item] of items.entries()) {
    const { placement, touchedAt, park } = item;
    switch (handBackOf(placement.leavesAt, touchedAt, context.now)) {
      case 'announce':
        changes.push(put('item.leaving', 'placement', { ...placement, leavesAt: leavingAt(context.now) }));
        value.announced += 1;
        break;
      case 'keep':
        changes.push(put('item.staying', 'placement', { ...placement, leavesAt: null }));
        value.kept += 1;
        break;
      case 'leave': {
        if (park === null) break;
        const parked = parkItem(park, context, index);
        if ('refused' in parked) return parked;
        changes.push(...parked.changes);
        value.left += 1;
        break;
      }
      case null:
        break;
    }
  }
  return { changes, value };
}
