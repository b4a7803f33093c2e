/** The log itself: the feed by pages, what happened to something, and undo. */
import { undoChange, type Moves } from '@shortlist/domain/change/change-decide.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import { operations, type CommandName } from '@shortlist/domain/operations.ts';
import { isRefusal, refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { roleMay, type Role } from '@shortlist/domain/workspace/roles.ts';
import { gateForMore } from '../backlog/backlog-handlers.ts';
import { roomForReturning } from '../backlog/team-room.ts';
import { activityOf, changesAfter, needsReset } from '../changes/read-changes.ts';
import { lockMany } from '../db/load-entity.ts';
import { refusalOfFlags } from '../flag/undo-flags.ts';
import type { Handlers } from '../handler.ts';
import { readCursor } from '../paging.ts';
import { lastUndoable, lockTouched, pastCommand, teamsTouchedBy } from './past-commands.ts';

export const changeHandlers: Pick<Handlers, 'feed.read' | 'activity.list' | 'change.undo'> = {
  'feed.read': async ({ db, workspaceId, context }, input) => {
    if (await needsReset(db, workspaceId, input.after, context.now)) return { items: [], next: input.after, reset: true };
    const items = await changesAfter(db, workspaceId, input.after, input.limit);
    return { items: [...items], next: items.at(-1)?.seq ?? input.after, reset: false };
  },

  'activity.list': async ({ db, workspaceId }, input) => {
    const [before] = readCursor(input.after, ['number']) ?? [null];
    const rows = await activityOf(db, workspaceId, input.subjectId, before === null ? null : Number(before), input.limit + 1);
    const items = rows.slice(0, input.limit);
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, next: more ? Buffer.from(String(last.seq)).toString('base64url') : null };
  },

  'change.undo': async (scope, input) => {
    const seq = input.seq ?? (await lastUndoable(scope));
    if (seq === null) return refuse('not_found', 'Nothing that you did in the last 24 hours can be taken back.');
    const teamIds = await teamsTouchedBy(scope, seq);
    await lockMany(scope.trx, 'team', scope.workspaceId, teamIds);
    await lockTouched(scope, seq);
    const command = await pastCommand(scope, seq);
    const placements = (command?.changes ?? []).filter((change) => change.entity === 'placement');
    const gates = new Map<string, (more: number) => Refusal | null>();
    for (const teamId of placements.length === 0 ? [] : teamIds) gates.set(teamId, await gateForMore(scope, teamId));
    const gate = ({ coming, leaving }: Moves): Refusal | null => {
      for (const [teamId, check] of gates) {
        const countOf = (moved: readonly Placement[]) => moved.filter((placement) => placement.teamId === teamId).length;
        const refused = check(countOf(coming) - countOf(leaving));
        if (isRefusal(refused)) return refused;
      }
      return null;
    };
    const mayStill = command === null || mayRun(command.operation, scope.context.actor.role);
    const room = await roomForReturning(scope, placements.length === 0 ? [] : teamIds);
    const flagRefusal = command === null ? null : await refusalOfFlags(scope, command);
    return undoChange({ command, mayStill, gate, room, flagRefusal }, scope.context);
  },
};

/** What a former version of the server did, and no one can do any more, is nobody's to take back. */
function mayRun(operation: string, role: Role): boolean {
  // The log holds names of commands.
  return Object.hasOwn(operations, operation) && roleMay(role, operations[operation as CommandName].requires);
}
