/** Taking a command back: every entity it changed gets the value it had before, if nobody changed it since. */
import type { Placement } from '../backlog/placement.ts';
import type { Change, Decision, DecisionContext } from '../decision.ts';
import type { EntityName } from '../entities.ts';
import { refuse, type Refusal } from '../refusal.ts';

const undoHours = 24;

/** One change of the command, with what it replaced. */
export interface PastChange {
  readonly entity: EntityName;
  readonly id: string;
  readonly subject: string;
  /** The value before; null where the command made the entity. */
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  /** Whether another change of the same entity lies above it. */
  readonly changedSince: boolean;
}

export interface PastCommand {
  readonly operation: string;
  readonly by: string | null;
  readonly at: string;
  readonly changes: readonly PastChange[];
}

/** Commands that are taken back by an operation of their own, or not at all. */
const otherwise: Readonly<Record<string, string>> = {
  'review.decide': 'Undo it in its review.',
  'review.close': 'A closed review stays closed; start a new one.',
  'import.add': 'Undo the whole import instead.',
  'import.start': 'Undo the whole import instead.',
  'import.finish': 'Undo the whole import instead.',
  'import.undo': 'Import the file again instead.',
  'workspace.setUp': 'A workspace cannot be unmade.',
  'member.join': 'Remove the member instead.',
  'member.remove': 'Invite the member again instead.',
};

/** `gate` answers a refusal where putting a placement back would count one more on a full window. */
export function undoChange(
  state: { readonly command: PastCommand | null; readonly gate: (more: readonly Placement[]) => Refusal | null },
  context: DecisionContext,
): Decision<{ undone: string[] }> {
  const { command } = state;
  if (command === null) return refuse('not_found', 'There is no such change.');
  if (command.by === null || command.by !== context.actor.memberId) {
    return refuse('not_allowed', 'Only the one who did it can undo it. Change it instead.');
  }
  if (Date.parse(context.now) - Date.parse(command.at) > undoHours * 3_600_000) {
    return refuse('conflict', 'This is older than 24 hours and can no longer be undone. Change it instead.');
  }
  const advice = otherwise[command.operation];
  if (advice !== undefined) return refuse('conflict', `This cannot be undone here. ${advice}`);
  const touched = command.changes.find((change) => change.changedSince);
  if (touched !== undefined) {
    return refuse('changed_since', 'This was changed again since, so undoing it would undo that too. Change it instead.', {
      id: touched.id,
    });
  }
  const recounted = command.changes.filter(
    (change) => change.entity === 'placement' && isCounted(change.before) && !isCounted(change.after),
  );
  // The filter leaves placements as the log kept them.
  const refused = recounted.length === 0 ? null : state.gate(recounted.map((change) => change.before as unknown as Placement));
  if (refused !== null) return refused;
  const changes = command.changes.toReversed().map((change) => {
    // The log holds values the schemas let through.
    return {
      event: 'change.undone',
      entity: change.entity,
      id: change.id,
      value: change.before,
      subject: change.subject,
    } as unknown as Change;
  });
  return { changes, value: { undone: changes.map((change) => change.id) } };
}

function isCounted(placement: Record<string, unknown> | null): boolean {
  return placement !== null && placement['stepId'] !== null && placement['doneAt'] === null && placement['droppedAt'] === null;
}
