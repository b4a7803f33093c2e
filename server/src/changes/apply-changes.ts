/**
 * The one writer. It writes the rows of a command's changes, then takes `seq` and writes the feed in one statement, last,
 * so that numbers follow commit order. It decides nothing.
 */
import { entities, type EntityName } from '@shortlist/domain/entities.ts';
import type { Change } from '@shortlist/domain/decision.ts';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';

export interface AppliedAs {
  readonly workspaceId: string;
  readonly at: string;
  readonly by: string | null;
  readonly via: string;
  readonly operation: string;
  /** The command's UUID; all its changes carry it. */
  readonly commandId: string;
}

/**
 * Writes what was decided in its order and answers the `seq` of the last one, or the workspace's present `seq` when nothing
 * of it travels in the feed. When the same entity changes twice, the last value is the row's.
 */
export async function applyChanges(trx: Transaction<Tables>, decided: readonly Change[], as: AppliedAs): Promise<number> {
  const changes = decided.map(completed);
  for (const [name, ofEntity] of byEntity(changes)) await writeRows(trx, name, ofEntity, as.workspaceId);
  const told = changes.filter((change) => entities[change.entity].audience === 'workspace');
  return told.length === 0 ? await currentSeq(trx, as.workspaceId) : await writeFeed(trx, told, as);
}

/** With null for each field that the decision left out: rows and feed hold whole values (docs/feed-spec.md, 1.2). */
function completed(change: Change): Change {
  const { value } = change;
  const fields = fieldsOf.get(change.entity) ?? [];
  if (value === null || fields.every((field) => field in value)) return change;
  const nothing = Object.fromEntries(fields.map((field) => [field, null]));
  // A field that must not be null is refused by its column.
  return { ...change, value: { ...nothing, ...value } } as unknown as Change;
}

export async function currentSeq(trx: Transaction<Tables>, workspaceId: string): Promise<number> {
  const row = await trx.selectFrom('workspace_seq').select('seq').where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row?.seq ?? 0;
}

function byEntity(changes: readonly Change[]): ReadonlyMap<EntityName, readonly Change[]> {
  const groups = new Map<EntityName, Map<string, Change>>();
  for (const change of changes) {
    const group = groups.get(change.entity) ?? new Map<string, Change>();
    groups.set(change.entity, group.set(change.id, change));
  }
  return new Map([...groups].map(([name, group]) => [name, [...group.values()]]));
}

const fieldsOf = new Map<EntityName, readonly string[]>(
  // Object.entries widens the keys that the list declares.
  (Object.entries(entities) as [EntityName, (typeof entities)[EntityName]][]).map(([name, declared]) => [
    name,
    Object.keys(declared.schema.shape),
  ]),
);

async function writeRows(
  trx: Transaction<Tables>,
  name: EntityName,
  changes: readonly Change[],
  workspaceId: string,
): Promise<void> {
  const table = sql.table(name);
  // With its schema: `text` alone would be the type.
  const rowType = sql.id('public', name);
  const removed = changes.filter((change) => change.value === null).map((change) => change.id);
  if (removed.length > 0) {
    await sql`delete from ${table} where workspace_id = ${workspaceId} and id = any(${removed})`.execute(trx);
  }
  const rows = changes.flatMap((change) => (change.value === null ? [] : [{ ...change.value, workspace_id: workspaceId }]));
  if (rows.length === 0) return;
  const columns = ['workspace_id', ...(fieldsOf.get(name) ?? [])];
  const assignments = columns.slice(2).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  // The columns are the entity's fields, so PostgreSQL itself turns the JSON into a row.
  await sql`
    insert into ${table} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql.ref(column)))}
    from jsonb_populate_recordset(null::${rowType}, ${JSON.stringify(rows)}::jsonb)
    on conflict (workspace_id, id) do update set ${sql.join(assignments)}`.execute(trx);
}

async function writeFeed(trx: Transaction<Tables>, changes: readonly Change[], as: AppliedAs): Promise<number> {
  const entries = changes.map(({ event, entity, id, value, subject }, index) => ({
    index,
    event,
    entity,
    id,
    subject: subject ?? subjectOf(id, value),
    value,
  }));
  const { rows } = await sql<{ last: number }>`
    with counter as (
      insert into workspace_seq (workspace_id, seq) values (${as.workspaceId}, ${entries.length})
      on conflict (workspace_id) do update set seq = workspace_seq.seq + ${entries.length}
      returning seq
    ), written as (
      insert into change (workspace_id, seq, event, entity, id, subject, value, at, by, via, operation, command_id)
      select ${as.workspaceId}, counter.seq - ${entries.length} + 1 + entry.index, entry.event, entry.entity, entry.id,
        entry.subject, nullif(entry.value, 'null'::jsonb), ${as.at}::timestamptz, ${as.by}, ${as.via}, ${as.operation},
        ${as.commandId}::uuid
      from counter, jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as entry(index int, event text, entity text, id text, subject text, value jsonb)
      returning 1
    )
    select counter.seq as last from counter, (select count(*) from written) as done`.execute(trx);
  const last = rows[0]?.last;
  if (last === undefined) throw new Error('the feed answered no seq');
  return last;
}

/** What an entity belongs to for the activity list: criteria and texts show under their story, evidence under its subject. */
function subjectOf(id: string, value: object | null): string {
  if (value !== null && 'subjectId' in value && typeof value.subjectId === 'string') return value.subjectId;
  if (value !== null && 'storyId' in value && typeof value.storyId === 'string') return value.storyId;
  return id;
}
