/** Where an imported item stands in the team's workflow. */
import type { Placement } from '../backlog/placement.ts';
import type { Team } from '../workspace/team.ts';
import { firstStep } from '../workspace/workflow.ts';
import type { ImportedTask } from './import-map.ts';
import type { ImportPile } from './import-piles.ts';

interface Into {
  readonly team: Team;
  readonly pile: ImportPile;
  /** ISO 8601. */
  readonly now: string;
}

/** What is finished keeps its day, what is in flight began no later than now, what is next waits in the first step. */
export function importedPlacement(refinement: Placement, item: ImportedTask, { team, pile, now }: Into): Placement {
  if (item.doneAt !== null) {
    return { ...refinement, stepId: firstStep(team, 'done').id, doneAt: item.doneAt, enteredStepAt: item.doneAt };
  }
  if (item.droppedAt !== null) {
    return {
      ...refinement,
      stepId: firstStep(team, 'wont_do').id,
      droppedAt: item.droppedAt,
      dropped: { reason: 'other', sentence: 'Closed as not planned in the tracker it was imported from.' },
      enteredStepAt: item.droppedAt,
    };
  }
  // When its work began is not known there.
  if (pile === 'in_flight') {
    return { ...refinement, stepId: firstStep(team, 'in_progress').id, committedAt: now, startedAt: now };
  }
  return { ...refinement, stepId: firstStep(team, 'todo').id, committedAt: now };
}

/** The part of a placement that says how an item ended. */
export function endOf({ stepId, doneAt, droppedAt, dropped, enteredStepAt }: Placement) {
  return { stepId, doneAt, droppedAt, dropped, enteredStepAt };
}
