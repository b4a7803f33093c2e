/** The log itself: the feed by pages, what happened to something, and undo. */
import { undoChange, type PastChange, type PastCommand } from '@shortlist/domain/change/change-decide.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import type { EntityName } from '@shortlist/domain/entities.ts';
import { isRefusal, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { gateForMore } from '../backlog/backlog-handlers.ts';
import { activityOf, changesAfter, needsReset } from '../changes/read-changes.ts';
import { lockMany } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { readCursor } from '../paging.ts';

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
    const teamIds = await teamsTouchedBy(scope, input.seq);
    await lockMany(scope.trx, 'team', scope.workspaceId, teamIds);
    const command = await commandWith(scope, input.seq);
    const placements = (command?.changes ?? []).filter((change) => change.entity === 'placement');
    const gates = new Map<string, (more: number) => Refusal | null>();
    for (const teamId of placements.length === 0 ? [] : teamIds) gates.set(teamId, await gateForMore(scope, teamId));
    const gate = (more: readonly Placement[]): Refusal | null => {
      for (const [teamId, check] of gates) {
        const refused = check(more.filter((placement) => placement.teamId === teamId).length);
        if (isRefusal(refused)) return refused;
      }
      return null;
    };
    return undoChange({ command, gate }, scope.context);
  },
};

async function teamsTouchedBy({ trx, workspaceId }: CommandScope, seq: number): Promise<readonly string[]> {
  const { rows } = await sql<{ teamId: string }>`
    select distinct placement."teamId" from change one
    join change other on other.workspace_id = one.workspace_id and other.command_id = one.command_id
    join placement on placement.workspace_id = other.workspace_id and placement.id = other.id
    where one.workspace_id = ${workspaceId} and one.seq = ${seq} and other.entity = 'placement'`.execute(trx);
  return rows.map((row) => row.teamId).toSorted();
}

/** The command a change belongs to, its entities locked, each with the value it had before. */
async function commandWith({ trx, workspaceId }: CommandScope, seq: number): Promise<PastCommand | null> {
  const { rows } = await sql<PastChange & { by: string | null; at: string; operation: string }>`
    select change.entity, change.id, change.subject, change.value as after, change.by, change.at, change.operation,
      (select value from change earlier
        where earlier.workspace_id = change.workspace_id and earlier.id = change.id and earlier.entity = change.entity
          and earlier.seq < change.seq and earlier.command_id <> change.command_id
        order by seq desc limit 1) as before,
      exists (select 1 from change later
        where later.workspace_id = change.workspace_id and later.id = change.id and later.entity = change.entity
          and later.seq > change.seq and later.command_id <> change.command_id) as "changedSince"
    from change
    where workspace_id = ${workspaceId}
      and command_id = (select command_id from change where workspace_id = ${workspaceId} and seq = ${seq})
    order by seq limit 1000`.execute(trx);
  const [first] = rows;
  if (first === undefined) return null;
  for (const name of new Set(rows.map((row) => row.entity))) await lockRows({ trx, workspaceId }, name, rows);
  return { operation: first.operation, by: first.by, at: first.at, changes: rows };
}

async function lockRows(
  { trx, workspaceId }: Pick<CommandScope, 'trx' | 'workspaceId'>,
  name: EntityName,
  rows: readonly PastChange[],
): Promise<void> {
  await lockMany(
    trx,
    name,
    workspaceId,
    rows.filter((row) => row.entity === name).map((row) => row.id),
  );
}
