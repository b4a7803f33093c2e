// Refinement is full: what goes back first is asked, and then what was refused is done again. `RoomDialogHost` draws it, once
// a page.
import type { InputOf } from '@shortlist/domain/operations.ts';
import { act, actAll, notifyRefused, type Call, type Done, type Telling } from '../app/notify.ts';
import type { Refused, Sent } from '../sync/send.ts';

/** The commands that bring something into refinement. */
type WayIn = 'review.decide' | 'task.create' | 'backlog.return' | 'backlog.reopen' | 'story.split';

/** What the server says about a full refinement. */
export interface RoomNo {
  readonly verdict: 'full' | 'declared_over';
  readonly sentence: string;
  readonly held: number;
  readonly k: number;
}

export interface RoomAsked {
  readonly no: RoomNo;
  readonly teamId: string;
  /** How many want to come in. */
  readonly coming: number;
  /**
   * Does again what was refused, with a written reason where there is one; answers why it was refused again, or null. `made`: the
   * room that was made for it, which is undone with it.
   */
  readonly again: (reason: string | null, made: Done | null) => Promise<Refused | null>;
  readonly close: () => void;
}

let asked: RoomAsked | null = null;
const listeners = new Set<() => void>();

export function currentRoomAsked(): RoomAsked | null {
  return asked;
}

/** Calls the listener when it opens or closes. */
export function onRoomAsked(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: RoomAsked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** As `act`; where the team's refinement is full it first asks what goes back, and answers the refusal if nothing does. */
export async function actInRoom<Name extends WayIn>(
  name: Name,
  input: InputOf<Name>,
  telling: Telling<Name>,
  teamId: string,
): Promise<Sent<Name>> {
  const sent = await act(name, input, { ...telling, quiet: true });
  if (!('refused' in sent)) return sent;
  const no = roomNoOf(sent);
  if (no === null) {
    if (telling.quiet !== true) notifyRefused(sent);
    return sent;
  }
  return await new Promise((resolve) => {
    const finish = (answer: Sent<Name>) => {
      show(null);
      resolve(answer);
    };
    show({
      no,
      teamId,
      coming: 1,
      close: () => finish(sent),
      again: async (reason, joins) => {
        const reasoned = reason === null ? input : withReason(name, input, reason);
        const retried = await act(name, reasoned, { ...telling, quiet: true, joins });
        if ('refused' in retried) return retried;
        finish(retried);
        return null;
      },
    });
  });
}

/** As `actAll`, for commands that all bring something into one team's refinement: of those it has no room for it asks once. */
export async function actAllInRoom(
  calls: readonly Call<WayIn>[],
  done: (count: number) => string,
  teamId: string,
): Promise<void> {
  const send = async (wanted: readonly Call<WayIn>[], joins: Done | null): Promise<Refused | null> => {
    const { asked: waiting } = await actAll(wanted, done, { isAsked: isFull, joins });
    const [first] = waiting;
    const no = first === undefined ? null : roomNoOf(first.refused);
    // What came back is among what was sent.
    const left = waiting.map(({ call }) => call as Call<WayIn>);
    const again: RoomAsked['again'] = async (reason, made) =>
      await send(reason === null ? left : left.map((call) => reasonedCall(call, reason)), made);
    if (no !== null) show({ no, teamId, coming: left.length, close: () => show(null), again });
    else if (asked !== null) show(null);
    return first?.refused ?? null;
  };
  await send(calls, null);
}

const isFull = (refused: Refused) => roomNoOf(refused) !== null;

function reasonedCall({ name, input }: Call<WayIn>, reason: string): Call<WayIn> {
  // The compiler cannot follow that both come from the same call.
  return { name, input: withReason(name, input, reason) } as Call<WayIn>;
}

/** The server's no, read from a refusal; null for a refusal that says something else. */
export function roomNoOf({ message, details = {} }: Refused): RoomNo | null {
  const { refinement } = details;
  if (typeof refinement !== 'object' || refinement === null) return null;
  const { held, k, verdict }: Partial<Record<string, unknown>> = { ...refinement };
  if (typeof held !== 'number' || typeof k !== 'number') return null;
  if (verdict !== 'full' && verdict !== 'declared_over') return null;
  return { verdict, sentence: message, held, k };
}

function withReason<Name extends WayIn>(name: Name, input: InputOf<Name>, reason: string): InputOf<Name> {
  const over = { reason };
  // The compiler cannot follow that name and input come from the same row: only a decision has it inside.
  const reasoned =
    name === 'review.decide'
      ? { ...(input as InputOf<'review.decide'>), decision: { ...(input as InputOf<'review.decide'>).decision, over } }
      : { ...(input as InputOf<'task.create'>), over };
  return reasoned as InputOf<Name>;
}
