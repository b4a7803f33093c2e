/** The backlog: through the gate, from step to step, and off it again. */
import { put, type Change, type Decision, type DecisionContext } from '../decision.ts';
import { gateVerdict, type Gate } from '../forecast/gate.ts';
import type { ParsedInputOf } from '../operations.ts';
import { rankBetween } from '../rank.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { readinessActs } from '../story/readiness.ts';
import type { ReadinessPoint } from '../story/ready-points.ts';
import type { Team } from '../workspace/team.ts';
import { firstStep, stepOf } from '../workspace/workflow.ts';
import { byRank, isCounted } from './counted.ts';
import { mayMoveItems } from './may-move-items.ts';
import type { Placement } from './placement.ts';
import { enterRefinement, refinementFull, type RefinementRoom } from './refinement-room.ts';
import { windowFull } from './window-full.ts';

/** `open`: the team's counted items in order of rank, the team's row locked. */
interface BacklogState {
  readonly team: Team;
  readonly placement: Placement;
  readonly open: readonly Placement[];
}

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

function parked(act: string): Refusal {
  return refuse('conflict', `It is in the parking lot. ${act} instead.`);
}

function mayMove(team: Team, { actor }: DecisionContext): Refusal | null {
  if (mayMoveItems(team, actor)) return null;
  return refuse('not_allowed', `Only members of ${team.name} move its items. Ask one of them, or join the team.`);
}

function toRefinement(placement: Placement, now: string): Placement {
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

function given(placement: Placement, team: Team, dropped: NonNullable<Placement['dropped']>, now: string): Placement {
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
function rankAt(others: readonly Placement[], position: number | undefined): string {
  const ordered = others.toSorted(byRank);
  const at = Math.min(position ?? ordered.length, ordered.length);
  return rankBetween(ordered[at - 1]?.rank ?? null, ordered[at]?.rank ?? null);
}
