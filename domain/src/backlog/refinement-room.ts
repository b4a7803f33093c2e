/** How much a team's refinement may hold: as much as its window does. No schemas: the server and the browser read this file. */
import type { DecisionContext } from '../decision.ts';
import type { WindowFigures } from '../forecast/gate.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Placement } from './placement.ts';

export interface RefinementRoom {
  /** Items in the team's refinement, whatever they need until they are ready. */
  readonly held: number;
  /** Of the team's gate: its `k` is what refinement may hold too. */
  readonly window: Pick<WindowFigures, 'k' | 'basis' | 'windowDays'>;
}

/** `declared_over`: the rate is not measured yet, so a written reason is enough. */
export type RoomVerdict = 'accept' | 'full' | 'declared_over';

/** What more items would meet. Where as many leave as come nothing grows, however much is held. */
export function roomVerdict({ held, window }: RefinementRoom, added: number): RoomVerdict {
  if (added <= 0 || held + added <= window.k) return 'accept';
  return window.basis === 'declared' ? 'declared_over' : 'full';
}

/** The verdict with its figures and the ways out. */
export function roomSentence(room: RefinementRoom, added: number): string {
  const { held, window } = room;
  const waysOut = 'Send something back to the parking lot, or reject it, first.';
  const verdict = roomVerdict(room, added);
  switch (verdict) {
    case 'accept':
      return `Refinement holds ${held} of ${window.k}.`;
    case 'full':
      return `Refinement is full: ${held} of ${window.k}, as much as the window of ${window.windowDays} days holds. ${waysOut}`;
    case 'declared_over':
      return `This makes it ${held + added} of ${window.k} in refinement, and that number is declared, not measured. Write a reason to go over it. Or: ${lowerFirst(waysOut)}`;
    default:
      return verdict satisfies never;
  }
}

/** The "no" to more items, with what a screen needs to ask what should go; null where there is room. */
export function refinementFull(room: RefinementRoom, added: number): Refusal | null {
  const verdict = roomVerdict(room, added);
  if (verdict === 'accept') return null;
  const { held, window } = room;
  return refuse(verdict === 'full' ? 'refinement_full' : 'reason_needed', roomSentence(room, added), {
    refinement: { held, k: window.k, basis: window.basis, verdict },
  });
}

/** How one more item comes in: with a written reason while the rate is only declared, or not at all. */
export function enterRefinement(
  room: RefinementRoom,
  over: { readonly reason: string } | undefined,
  { actor }: Pick<DecisionContext, 'actor'>,
): Pick<Placement, 'override'> | Refusal {
  const refused = refinementFull(room, 1);
  if (refused === null) return { override: null };
  if (refused.code !== 'reason_needed' || over === undefined) return refused;
  return { override: { reason: over.reason, byId: actor.memberId ?? '', n: room.held + 1, k: room.window.k } };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
