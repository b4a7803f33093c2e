/** Onto the backlog, through the gate: alone, for something that leaves, or over the window with a reason. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import { gateVerdict, type Gate } from '../forecast/gate.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { readinessActs } from '../story/readiness.ts';
import type { ReadinessPoint } from '../story/ready-points.ts';
import { firstStep, stepOf } from '../workspace/workflow.ts';
import type { Placement } from './placement.ts';
import { refinementFull, type RefinementRoom } from './refinement-room.ts';
import { windowFull } from './window-full.ts';
import { parked, mayMove, toRefinement, given, rankAt, type BacklogState } from './placement-moves.ts';

export interface CommitState extends BacklogState {
  readonly missing: readonly ReadinessPoint[];
  /** The gate before this commit. */
  readonly gate: Gate;
  /** What refinement holds before this commit. */
  readonly room: RefinementRoom;
  /** Handles of the open items, for the refusal's candidates. */
  readonly handles: ReadonlyMap<string, string>;
}

export function commitItem(
  state: CommitState,
  input: ParsedInputOf<'backlog.commit'>,
  context: DecisionContext,
): Decision<Placement> {
  const { team, placement } = state;
  const refused =
    mayMove(team, context) ??
    mayCommit(state) ??
    maySwap(state, input.swapOut) ??
    passGate(state, input, context) ??
    // One leaves refinement, which makes the place for one that comes back.
    refinementFull(state.room, input.swapOut.filter(({ to }) => to === 'refinement').length - 1);
  if (refused !== null) return refused;
  const leaving = new Set<string>(input.swapOut.map((swap) => swap.itemId));
  const staying = state.open.filter((other) => !leaving.has(other.id));
  const added = 1 - input.swapOut.length;
  const over = added > 0 && gateVerdict(state.gate.window, added) !== 'accept' && input.override !== undefined;
  const committed: Placement = {
    ...placement,
    stepId: firstStep(team, 'todo').id,
    rank: rankAt(staying, input.position),
    committedAt: context.now,
    leavesAt: null,
    enteredStepAt: context.now,
    override: over
      ? {
          reason: input.override?.reason ?? '',
          byId: context.actor.memberId ?? '',
          n: state.gate.window.n + added,
          k: state.gate.window.k,
        }
      : null,
  };
  const swapped: Change[] = state.open
    .filter((other) => leaving.has(other.id))
    .map((other) => {
      const swap = input.swapOut.find((one) => one.itemId === other.id);
      return swap?.to === 'rejected'
        ? put('item.dropped', 'placement', given(other, team, { reason: 'no_room', sentence: swap.sentence ?? '' }, context.now))
        : put('item.returned', 'placement', toRefinement(other, context.now));
    });
  return { changes: [...swapped, put('item.committed', 'placement', committed)], value: committed };
}

function mayCommit({ team, placement, missing }: CommitState): Refusal | null {
  if (placement.teamId !== team.id) {
    return refuse('conflict', `It is in another team’s refinement, so ${team.name} cannot commit it.`);
  }
  if (placement.parkedAs !== null) return parked('Refine its idea');
  if (placement.doneAt !== null || placement.droppedAt !== null) {
    return refuse('conflict', 'It is finished or given up. Reopen it first; then commit it.');
  }
  if (placement.stepId !== null) return refuse('conflict', 'It is on the backlog already. Move it there instead.');
  if (missing.length === 0) return null;
  const acts = missing.map((point) => readinessActs[point]);
  return refuse('not_ready', `It is not ready. Still to do: ${acts.join('; ')}. Then commit it.`, { missing });
}

function maySwap(state: CommitState, swapOut: ParsedInputOf<'backlog.commit'>['swapOut']): Refusal | null {
  if (new Set(swapOut.map((swap) => swap.itemId)).size !== swapOut.length) {
    return refuse('conflict', 'An item is named twice to leave. Name each once.');
  }
  for (const swap of swapOut) {
    if (!state.open.some((other) => other.id === swap.itemId)) {
      return refuse('conflict', 'An item that should leave is not on this backlog any more. Look again, and choose another.', {
        itemId: swap.itemId,
      });
    }
    if (swap.to === 'rejected' && swap.sentence === undefined) {
      return refuse('reason_needed', 'Giving an item up needs one sentence why. Write it, or send the item back to refinement.');
    }
  }
  return null;
}

function passGate(state: CommitState, input: ParsedInputOf<'backlog.commit'>, context: DecisionContext): Refusal | null {
  const added = 1 - input.swapOut.length;
  // As many leave as come: the promise does not grow, whatever the window says today.
  if (added <= 0) return null;
  const verdict = gateVerdict(state.gate.window, added);
  if (verdict === 'accept') return null;
  const candidates = swapCandidates(state);
  if (verdict === 'declared_over' && input.override === undefined)
    return windowFull(state.gate, added, candidates, 'reason_needed');
  if (verdict === 'declared_over') return null;
  if (verdict === 'red' || input.override === undefined) return windowFull(state.gate, added, candidates, 'window_full');
  const { actor } = context;
  const leads = actor.memberId !== null && state.team.leadIds.includes(actor.memberId);
  if (actor.role === 'owner' || actor.role === 'admin' || leads) return null;
  return refuse(
    'not_allowed',
    'Only an owner, an admin or a lead of the team may go over the window. Swap something out, or ask one of them.',
  );
}

/** What could leave instead: not started first, from the end of the order. */
function swapCandidates({ team, open, handles }: CommitState) {
  const started = (placement: Placement) => stepOf(team, placement.stepId)?.category === 'in_progress';
  const fromTheEnd = open.toReversed();
  return [...fromTheEnd.filter((one) => !started(one)), ...fromTheEnd.filter(started)].map((one) => ({
    itemId: one.id,
    handle: handles.get(one.id) ?? '',
    started: started(one),
  }));
}
