/** What waits for what. No schemas: the server and the browser read this file. */
import type { Placement } from '../backlog/placement.ts';
import type { Id } from '../ids.ts';
import type { Link } from './link.ts';

/**
 * What an item still waits for: blockers that are neither done nor given up. `placementOf` may know open work only; what it
 * does not know ended long ago, and nobody waits for that.
 */
export function openBlockers(
  itemId: string,
  links: readonly Link[],
  placementOf: (id: Id<'item'>) => Placement | undefined,
): readonly Id<'item'>[] {
  return links.flatMap(({ kind, fromId, toId }) => {
    if (kind !== 'blocks' || toId !== itemId) return [];
    const placement = placementOf(fromId);
    return placement === undefined || placement.doneAt !== null || placement.droppedAt !== null ? [] : [fromId];
  });
}

/**
 * The way by which `blocked` holds `blocker` up already, from one to the next: `[blocked, …, blocker]`. Null where it does not,
 * so that `blocker` may block `blocked` without a ring. Ended items count too: they may be taken up again.
 */
export function wayOfBlocking(links: readonly Link[], blocked: Id<'item'>, blocker: Id<'item'>): readonly Id<'item'>[] | null {
  const heldUp = Map.groupBy(
    links.filter(({ kind }) => kind === 'blocks'),
    ({ fromId }) => fromId,
  );
  const cameFrom = new Map<Id<'item'>, Id<'item'> | null>([[blocked, null]]);
  // The map grows while it is walked, nearest first, so that the way is a shortest one.
  for (const [id] of cameFrom) {
    if (id === blocker) return wayTo(id, cameFrom);
    for (const { toId } of heldUp.get(id) ?? []) if (!cameFrom.has(toId)) cameFrom.set(toId, id);
  }
  return null;
}

function wayTo(end: Id<'item'>, cameFrom: ReadonlyMap<Id<'item'>, Id<'item'> | null>): readonly Id<'item'>[] {
  const way: Id<'item'>[] = [];
  for (let at: Id<'item'> | null = end; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}
