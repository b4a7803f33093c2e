/** Taking a command back: every entity it changed gets the value it had before, if nobody changed it since. */
import { isCounted, isInRefinement } from '../backlog/counted.ts';
import type { Placement } from '../backlog/placement.ts';
import type { Change, Decision, DecisionContext } from '../decision.ts';
import type { EntityName } from '../entities.ts';
import type { Flag } from '../flag/flag.ts';
import { setBack } from '../flag/set-back.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { undoing } from './undoing.ts';

export const undoHours = 24;

/** One change of the command, with what it replaced. */
export interface PastChange {
  readonly entity: EntityName;
  readonly id: string;
  readonly subject: string;
  /** The value before; null where the command made the entity. */
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  /** The value it has at present, where that counts its changes: of a flag. */
  readonly now: Record<string, unknown> | null;
  /** Whether it is no longer as the command left it, or something that is still there was added to what the command made. */
  readonly changedSince: boolean;
}

export interface PastCommand {
  readonly operation: string;
  /** The handle or the name of what it was done to; null where it has none. */
  readonly about: string | null;
  readonly by: string | null;
  readonly at: string;
  readonly changes: readonly PastChange[];
}

/**
 * `gate` answers a refusal where more would come back onto a full backlog than leave it, `room` where more would come into a full
 * refinement than leave it; `flagRefusal` is why a flag may not be set to what it was, null where nothing stands against it.
 */
export function undoChange(
  state: {
    readonly command: PastCommand | null;
    /** Whether who asks may still do what was done. */
    readonly mayStill: boolean;
    readonly gate: (moves: Moves) => Refusal | null;
    readonly room: (moves: Moves) => Refusal | null;
    readonly flagRefusal: Refusal | null;
  },
  context: DecisionContext,
): Decision<{ undone: string[]; did: string }> {
  const { command } = state;
  if (command === null) return refuse('not_found', 'There is no such change.');
  if (command.by === null || command.by !== context.actor.memberId) {
    return refuse('not_allowed', 'Only the one who did it can undo it. Change it instead.');
  }
  if (Date.parse(context.now) - Date.parse(command.at) > undoHours * 3_600_000) {
    return refuse('conflict', 'This is older than 24 hours and can no longer be undone. Change it instead.');
  }
  if (!state.mayStill) {
    return refuse('not_allowed', 'You may no longer do what you did there, so you cannot undo it either. Ask an admin.');
  }
  const how = undoing[command.operation];
  if (how === undefined || 'cannot' in how) {
    return refuse('conflict', `This cannot be undone here. ${how?.cannot ?? 'Change it instead.'}`);
  }
  if (command.operation === 'view.edit' && command.changes.some(({ before, after }) => before === null || after === null)) {
    // The half of it that only its maker sees left no trace in the log.
    return refuse('conflict', 'Who sees a view is not taken back here. Share it again, or keep it to its maker.');
  }
  const touched = command.changes.find((change) => change.changedSince);
  if (touched !== undefined) {
    return refuse('changed_since', 'This was changed again since, so undoing it would undo that too. Change it instead.', {
      id: touched.id,
    });
  }
  const refused = state.gate(movesOf(command.changes, isCounted));
  if (refused !== null) return refused;
  const full = state.room(movesOf(command.changes, isInRefinement));
  if (full !== null) return full;
  if (state.flagRefusal !== null) return state.flagRefusal;
  const changes = command.changes.toReversed().map((change) => {
    // The log holds values the schemas let through.
    return {
      event: 'change.undone',
      entity: change.entity,
      id: change.id,
      value: valueAgain(change),
      subject: change.subject,
    } as unknown as Change;
  });
  return { changes, value: { undone: changes.map((change) => change.id), did: how.did.replace('{it}', command.about ?? 'it') } };
}

/** Flags count their changes, and a number is never given twice. */
function valueAgain({ entity, before, now }: PastChange): PastChange['before'] {
  if (entity !== 'flag' || before === null || now === null) return before;
  // The log holds values the schemas let through.
  return setBack(before as Flag, now as Flag);
}

/** What comes to a place and what leaves it when a command is taken back. */
export interface Moves {
  readonly coming: readonly Placement[];
  readonly leaving: readonly Placement[];
}

function movesOf(changes: readonly PastChange[], isThere: (placement: Placement) => boolean): Moves {
  // As above: they are placements.
  const placements = changes.filter(({ entity }) => entity === 'placement') as unknown as readonly {
    readonly before: Placement | null;
    readonly after: Placement | null;
  }[];
  const isIn = (placement: Placement | null): placement is Placement => placement !== null && isThere(placement);
  return {
    coming: placements.flatMap(({ before, after }) => (isIn(before) && !isIn(after) ? [before] : [])),
    leaving: placements.flatMap(({ before, after }) => (!isIn(before) && isIn(after) ? [after] : [])),
  };
}
