/** Commands as the log tells them: what each changed, from what, and whether it is still as it was left. */
import { undoHours, type PastChange, type PastCommand } from '@shortlist/domain/change/change-decide.ts';
import { undoableCommands } from '@shortlist/domain/change/undoing.ts';
import type { EntityName } from '@shortlist/domain/entities.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { saysTheSame } from '@shortlist/domain/flag/set-back.ts';
import { sql } from 'kysely';
import { lockMany } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';

type Reading = Pick<CommandScope, 'trx' | 'workspaceId'>;

/** How many of one's own last commands are looked at for one that can be taken back. */
const looksAt = 50;

/** The teams whose items the command with this change placed. */
export async function teamsTouchedBy({ trx, workspaceId }: Reading, seq: number): Promise<readonly string[]> {
  const { rows } = await sql<{ teamId: string }>`
    select distinct placement."teamId" from change one
    join change other on other.workspace_id = one.workspace_id and other.command_id = one.command_id
    join placement on placement.workspace_id = other.workspace_id and placement.id = other.id
    where one.workspace_id = ${workspaceId} and one.seq = ${seq} and other.entity = 'placement'`.execute(trx);
  return rows.map((row) => row.teamId).toSorted();
}

/** Locks the rows of everything that the command changed. */
export async function lockTouched({ trx, workspaceId }: Reading, seq: number): Promise<void> {
  const { rows } = await sql<{ entity: EntityName; id: string }>`
    select distinct entity, id from change
    where workspace_id = ${workspaceId}
      and command_id = (select command_id from change where workspace_id = ${workspaceId} and seq = ${seq})`.execute(trx);
  for (const name of new Set(rows.map((row) => row.entity)).values()) {
    await lockMany(
      trx,
      name,
      workspaceId,
      rows.filter((row) => row.entity === name).map((row) => row.id),
    );
  }
}

/** The command that a change belongs to, each of its changes with the value before; null where there is no such change. */
export async function pastCommand({ trx, workspaceId }: Reading, seq: number): Promise<PastCommand | null> {
  // Changed since is what differs, not what was touched: of two edits the second is undone first, and then the first.
  const { rows } = await sql<PastChange & { by: string | null; at: string; operation: string }>`
    select change.entity, change.id, change.subject, change.value as after, change.by, change.at, change.operation,
      (select value from change earlier
        where earlier.workspace_id = change.workspace_id and earlier.id = change.id and earlier.entity = change.entity
          and earlier.seq < change.seq and earlier.command_id <> change.command_id
        order by seq desc limit 1) as before,
      case when change.entity = 'flag' then (select value from change last
        where last.workspace_id = change.workspace_id and last.id = change.id and last.entity = change.entity
        order by seq desc limit 1) end as now,
      (select value from change last
        where last.workspace_id = change.workspace_id and last.id = change.id and last.entity = change.entity
        order by seq desc limit 1)
      is distinct from
      (select value from change own
        where own.workspace_id = change.workspace_id and own.id = change.id and own.entity = change.entity
          and own.command_id = change.command_id
        order by seq desc limit 1)
      or (
        not exists (select 1 from change earlier
          where earlier.workspace_id = change.workspace_id and earlier.id = change.id and earlier.entity = change.entity
            and earlier.seq < change.seq and earlier.command_id <> change.command_id)
        and exists (
          select 1 from (
            select distinct on (entity, id) value from change part
            where part.workspace_id = change.workspace_id and part.subject = change.id and part.seq > change.seq
              and part.command_id <> change.command_id and (part.id <> change.id or part.entity <> change.entity)
              and not exists (select 1 from change own
                where own.workspace_id = part.workspace_id and own.command_id = change.command_id
                  and own.id = part.id and own.entity = part.entity)
            order by entity, id, seq desc
          ) as parts where value is not null)
      ) as "changedSince"
    from change
    where workspace_id = ${workspaceId}
      and command_id = (select command_id from change where workspace_id = ${workspaceId} and seq = ${seq})
    order by seq limit 1000`.execute(trx);
  const [first] = rows;
  if (first === undefined) return null;
  const about = await nameOf({ trx, workspaceId }, first.subject);
  const needed = await pointedAt({ trx, workspaceId }, rows);
  const changes = rows.map((row) => {
    const change = needed.has(row.id) ? { ...row, changedSince: true } : row;
    return isFlagAgain(change) ? { ...change, changedSince: false } : change;
  });
  return { operation: first.operation, about, by: first.by, at: first.at, changes };
}

/** Whether a flag is what the command left, only under a later number: what was done to it since was taken back. */
function isFlagAgain({ entity, after, now }: PastChange): boolean {
  // The log holds values the schemas let through.
  return entity === 'flag' && after !== null && now !== null && saysTheSame(after as Flag, now as Flag);
}

const pointedTo: ReadonlySet<EntityName> = new Set<EntityName>(['persona', 'story', 'task']);

/** What others point to of that which a command made: without it they would lead nowhere. */
async function pointedAt({ trx, workspaceId }: Reading, changes: readonly PastChange[]): Promise<ReadonlySet<string>> {
  const made = changes.filter(({ entity, before }) => pointedTo.has(entity) && before === null).map(({ id }) => id);
  if (made.length === 0) return new Set();
  const own = changes.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    select "personaId" as id from story
    where workspace_id = ${workspaceId} and "personaId" = any(${made}) and id <> all(${own})
    union
    select "mergedIntoId" from persona
    where workspace_id = ${workspaceId} and "mergedIntoId" = any(${made}) and id <> all(${own})
    union
    select unnest(array["fromId", "toId"]) from link
    where workspace_id = ${workspaceId} and ("fromId" = any(${made}) or "toId" = any(${made})) and id <> all(${own})`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** A number of the last command of whoever asks that can still be taken back; null where there is none. */
export async function lastUndoable(scope: CommandScope): Promise<number | null> {
  const { trx, workspaceId, context } = scope;
  const since = new Date(Date.parse(context.now) - undoHours * 3_600_000).toISOString();
  const { rows } = await sql<{ seq: number }>`
    select max(seq) as seq from change
    where workspace_id = ${workspaceId} and at >= ${since} and by = ${context.actor.memberId}
      and operation = any(${undoableCommands})
    group by command_id order by 1 desc limit ${looksAt}`.execute(trx);
  for (const { seq } of rows) {
    const command = await pastCommand(scope, seq);
    if (command !== null && !command.changes.some((change) => change.changedSince)) return seq;
  }
  return null;
}

async function nameOf({ trx, workspaceId }: Reading, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(value ->> 'handle', value ->> 'name', value ->> 'key') as name from change
    where workspace_id = ${workspaceId} and id = ${id}
      and coalesce(value ->> 'handle', value ->> 'name', value ->> 'key') is not null
    order by seq desc limit 1`.execute(trx);
  return rows[0]?.name ?? null;
}
