/** Reading entities as they are: columns are fields, so nothing is mapped. Decisions get their rows from here, locked. */
import { entities, type EntityName, type EntityOf } from '@shortlist/domain/entities.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The select list of an entity: its fields, without `workspace_id`. */
export function fieldsOf(name: EntityName) {
  return sql.join(Object.keys(entities[name].schema.shape).map((field) => sql.ref(field)));
}

/** One entity, or undefined where this workspace has none with that id. */
export async function readOne<Name extends EntityName>(
  db: Kysely<Tables>,
  name: Name,
  workspaceId: string,
  id: string,
): Promise<EntityOf<Name> | undefined> {
  const { rows } = await sql<EntityOf<Name>>`
    select ${fieldsOf(name)} from ${sql.table(name)} where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0];
}

/** As `readOne`, locked until the transaction ends. Lock in the order team → items by id. */
export async function lockOne<Name extends EntityName>(
  trx: Transaction<Tables>,
  name: Name,
  workspaceId: string,
  id: string,
): Promise<EntityOf<Name> | undefined> {
  const [row] = await lockMany(trx, name, workspaceId, [id]);
  return row;
}

/** The entities with these ids that exist, locked in the order of their ids, which is also the order of the answer. */
export async function lockMany<Name extends EntityName>(
  trx: Transaction<Tables>,
  name: Name,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly EntityOf<Name>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EntityOf<Name>>`
    select ${fieldsOf(name)} from ${sql.table(name)}
    where workspace_id = ${workspaceId} and id = any(${[...ids]}) order by id for update`.execute(trx);
  return rows;
}

/** Entities where every named column has the named value, in the order asked for. */
export async function readWhere<Name extends EntityName>(
  db: Kysely<Tables>,
  name: Name,
  workspaceId: string,
  where: { readonly [Field in keyof EntityOf<Name>]?: EntityOf<Name>[Field] },
  orderBy: keyof EntityOf<Name> & string,
): Promise<readonly EntityOf<Name>[]> {
  const conditions = Object.entries(where).map(([field, value]) =>
    value === null ? sql`and ${sql.ref(field)} is null` : sql`and ${sql.ref(field)} = ${value}`,
  );
  const { rows } = await sql<EntityOf<Name>>`
    select ${fieldsOf(name)} from ${sql.table(name)}
    where workspace_id = ${workspaceId} ${sql.join(conditions, sql` `)} order by ${sql.ref(orderBy)}, id`.execute(db);
  return rows;
}

/** Draws the next handle of a kind; the counter's row stays locked until the transaction ends. */
export async function drawHandles(
  trx: Transaction<Tables>,
  workspaceId: string,
  kind: 'IDEA' | 'STORY' | 'TASK',
  count: number,
): Promise<readonly string[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ last: number }>`
    insert into handle_counter (workspace_id, kind, last) values (${workspaceId}, ${kind}, ${count})
    on conflict (workspace_id, kind) do update set last = handle_counter.last + ${count}
    returning last`.execute(trx);
  const last = rows[0]?.last ?? 0;
  return Array.from({ length: count }, (_, index) => `${kind}-${last - count + 1 + index}`);
}

export async function drawHandle(
  trx: Transaction<Tables>,
  workspaceId: string,
  kind: 'IDEA' | 'STORY' | 'TASK',
): Promise<string> {
  const [handle] = await drawHandles(trx, workspaceId, kind, 1);
  if (handle === undefined) throw new Error('no handle was drawn');
  return handle;
}
