// How a backlog is read: what is nearest to done first, then what waits, in its order. Pure.
import { byRank, isCounted } from '@shortlist/domain/backlog/counted.ts';
import type { Placement, Team } from '../story/item.ts';

interface Placed {
  readonly id: string;
  readonly placement: Placement;
}

/** What is nearest to done first: by step from the end of the workflow, within a step by rank. */
export function compareInFlow(team: Team): (a: Placement, b: Placement) => number {
  const stepPlace = new Map<string | null, number>(team.steps.map((step, index) => [step.id, index]));
  const placeOf = ({ stepId }: Placement) => stepPlace.get(stepId) ?? 0;
  return (a, b) => placeOf(b) - placeOf(a) || byRank(a, b);
}

/** Finished or given up, the latest first. */
export function endedLatestFirst<Row extends Placed>(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ placement }) => endedAt(placement) !== null)
    .toSorted((a, b) => ((endedAt(a.placement) ?? '') < (endedAt(b.placement) ?? '') ? 1 : -1));
}

export function endedAt(placement: Placement): string | null {
  return placement.doneAt ?? placement.droppedAt;
}

/**
 * The `position` for `backlog.move` that takes an item past its neighbour in the same step; null where there is none.
 * `rows`: all of the team, in any order; `by`: -1 up, 1 down.
 */
export function positionPastNeighbour(rows: readonly Placed[], id: string, by: -1 | 1): number | null {
  const open = rows.filter(({ placement }) => isCounted(placement)).toSorted((a, b) => byRank(a.placement, b.placement));
  const self = open.find((row) => row.id === id);
  if (self === undefined) return null;
  const siblings = open.filter(({ placement }) => placement.stepId === self.placement.stepId);
  const neighbour = siblings[siblings.indexOf(self) + by];
  if (neighbour === undefined) return null;
  const others = open.filter((row) => row.id !== id);
  return others.indexOf(neighbour) + (by === 1 ? 1 : 0);
}
