/** What counts on a backlog. No schemas: the gate, the server and the browser read this file. */
import type { Team } from '../workspace/team.ts';
import { stepOf } from '../workspace/workflow.ts';
import type { Placement } from './placement.ts';

export type ItemStage = 'parked' | 'refinement' | 'todo' | 'in_progress' | 'done' | 'wont_do';

/** Where an item stands in the loop, whatever its team calls the step. */
export function stageOf(placement: Placement, team: Team | undefined): ItemStage {
  // A browser may still hold one that was written before items could be parked.
  if (placement.parkedAs != null) return 'parked';
  if (placement.droppedAt !== null) return 'wont_do';
  if (placement.doneAt !== null) return 'done';
  if (placement.stepId === null) return 'refinement';
  const category = team === undefined ? undefined : stepOf(team, placement.stepId)?.category;
  return category === 'in_progress' ? 'in_progress' : 'todo';
}

/** In flight or committed: what the window counts, each one. Expedited items bypass the gate and are not counted. */
export function isCounted(placement: Placement): boolean {
  return placement.stepId !== null && placement.doneAt === null && placement.droppedAt === null && !placement.expedite;
}

/** Being shaped: what refinement holds, each one. */
export function isInRefinement(placement: Pick<Placement, 'stepId' | 'doneAt' | 'droppedAt'>): boolean {
  return placement.stepId === null && placement.doneAt === null && placement.droppedAt === null;
}

/** By rank key, bytewise, as PostgreSQL orders it too. */
export function byRank(a: Placement, b: Placement): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
}
