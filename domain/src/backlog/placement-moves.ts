/** What an item’s placement becomes as it goes back, is given up, or finds its place; and who may do that. */
import type { DecisionContext } from '../decision.ts';
import { rankBetween } from '../rank.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Team } from '../workspace/team.ts';
import { firstStep } from '../workspace/workflow.ts';
import { byRank } from './counted.ts';
import { mayMoveItems } from './may-move-items.ts';
import type { Placement } from './placement.ts';

/** `open`: the team's counted items in order of rank, the team's row locked. */
export interface BacklogState {
  readonly team: Team;
  readonly placement: Placement;
  readonly open: readonly Placement[];
}

/** Null for who may move this team’s items, else why not. */
export function mayMove(team: Team, { actor }: DecisionContext): Refusal | null {
  if (mayMoveItems(team, actor)) return null;
  return refuse('not_allowed', `Only members of ${team.name} move its items. Ask one of them, or join the team.`);
}

/** What is said of an item in the parking lot. `act`: what can be done, as an order. */
export function parked(act: string): Refusal {
  return refuse('conflict', `It is in the parking lot. ${act} instead.`);
}

/** Back in refinement, with nothing of its time on the backlog; its rank stays. */
export function toRefinement(placement: Placement, now: string): Placement {
  return {
    ...placement,
    stepId: null,
    committedAt: null,
    startedAt: null,
    doneAt: null,
    droppedAt: null,
    dropped: null,
    leavesAt: null,
    verified: null,
    override: null,
    enteredStepAt: now,
  };
}

/** Given up, for that reason. */
export function given(placement: Placement, team: Team, dropped: NonNullable<Placement['dropped']>, now: string): Placement {
  return {
    ...placement,
    stepId: firstStep(team, 'wont_do').id,
    droppedAt: now,
    dropped,
    leavesAt: null,
    override: null,
    enteredStepAt: now,
  };
}

/** A rank at `position` among `others`; the end when absent or beyond it. */
export function rankAt(others: readonly Placement[], position: number | undefined): string {
  const ordered = others.toSorted(byRank);
  const at = Math.min(position ?? ordered.length, ordered.length);
  return rankBetween(ordered[at - 1]?.rank ?? null, ordered[at]?.rank ?? null);
}
