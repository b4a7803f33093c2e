/** The backlog: through the gate, from step to step, and off it again. */
import { put, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import { stepOf } from '../workspace/workflow.ts';
import { isCounted } from './counted.ts';
import type { Placement } from './placement.ts';
import { enterRefinement, type RefinementRoom } from './refinement-room.ts';
import { parked, mayMove, toRefinement, given, rankAt, type BacklogState } from './placement-moves.ts';

export function moveItem(
  state: BacklogState,
  input: ParsedInputOf<'backlog.move'>,
  context: DecisionContext,
): Decision<Placement> {
  const { team, placement } = state;
  const refused = mayMove(team, context);
  if (refused !== null) return refused;
  const from = stepOf(team, placement.stepId);
  if (placement.parkedAs !== null) return parked('Refine its idea');
  if (from === null) return refuse('conflict', 'It is in refinement. Commit it to bring it onto the backlog.');
  const to = input.stepId === undefined ? from : stepOf(team, input.stepId);
  if (to === null) {
    const steps = team.steps.map((step) => step.id).join(', ');
    return refuse('not_found', `${team.name} has no step ${input.stepId ?? ''}. Its steps are ${steps}.`);
  }
  const ended = placement.doneAt !== null || placement.droppedAt !== null;
  if (ended && to.category !== from.category) {
    return refuse('conflict', 'It is finished or given up. Reopen it: that brings it back to refinement.');
  }
  if (to.category === 'wont_do' && !ended) {
    return refuse('reason_needed', 'Giving an item up needs one sentence why. Drop it with a sentence instead.');
  }
  const others = state.open.filter((other) => other.id !== placement.id);
  const started = to.category === 'in_progress' || to.category === 'done';
  const moved: Placement = {
    ...placement,
    stepId: to.id,
    rank: input.position === undefined ? placement.rank : rankAt(others, input.position),
    startedAt: placement.startedAt ?? (started ? context.now : null),
    doneAt: to.category === 'done' ? (placement.doneAt ?? context.now) : null,
    verified: to.category === 'done' ? (input.verified ?? placement.verified) : null,
    enteredStepAt: to.id === from.id ? placement.enteredStepAt : context.now,
  };
  const event = to.category === 'done' && !ended ? 'item.done' : to.id === from.id ? 'item.reordered' : 'item.moved';
  return { changes: [put(event, 'placement', moved)], value: moved };
}

type OneItemState = Pick<BacklogState, 'team' | 'placement'>;

export function returnItem(
  { team, placement, room }: OneItemState & { readonly room: RefinementRoom },
  input: ParsedInputOf<'backlog.return'>,
  context: DecisionContext,
): Decision<Placement> {
  const refused = mayMove(team, context);
  if (refused !== null) return refused;
  if (!isCounted(placement)) return refuse('conflict', 'It is not on the backlog, so it cannot be returned to refinement.');
  const entered = enterRefinement(room, input.over, context);
  if ('refused' in entered) return entered;
  const returned: Placement = { ...toRefinement(placement, context.now), ...entered };
  return { changes: [put('item.returned', 'placement', returned)], value: returned };
}

export function dropItem(
  { team, placement }: OneItemState,
  input: ParsedInputOf<'backlog.drop'>,
  context: DecisionContext,
): Decision<Placement> {
  const refused = mayMove(team, context);
  if (refused !== null) return refused;
  if (placement.parkedAs !== null) return parked('Reject its idea');
  if (placement.doneAt !== null || placement.droppedAt !== null) return refuse('conflict', 'It is finished or given up already.');
  const dropped = given(placement, team, { reason: input.reason, sentence: input.sentence }, context.now);
  return { changes: [put('item.dropped', 'placement', dropped)], value: dropped };
}

export function reopenItem(
  { team, placement, room }: OneItemState & { readonly room: RefinementRoom },
  input: ParsedInputOf<'backlog.reopen'>,
  context: DecisionContext,
): Decision<Placement> {
  const refused = mayMove(team, context);
  if (refused !== null) return refused;
  if (placement.doneAt === null && placement.droppedAt === null) return refuse('conflict', 'It is open already.');
  if (placement.parkedAs !== null) return parked('Refine its idea');
  const entered = enterRefinement(room, input.over, context);
  if ('refused' in entered) return entered;
  const reopened: Placement = { ...toRefinement(placement, context.now), ...entered };
  return { changes: [put('item.reopened', 'placement', reopened)], value: reopened };
}
