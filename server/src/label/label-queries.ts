/** Which labels were given to what. */
import type { Label, Labelling } from '@shortlist/domain/label/label.ts';
import { labellingId, labelsById, labelsOf } from '@shortlist/domain/label/labels-of.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { fieldsOf, lockMany, readOne, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';

/** By what they belong to; null: all of the workspace. What has no label is not in it. */
export async function labellingsBySubject(
  db: Kysely<Tables>,
  workspaceId: string,
  subjectIds: readonly string[] | null,
): Promise<ReadonlyMap<string, Labelling>> {
  const named = subjectIds === null ? sql`true` : sql`"subjectId" = any(${[...subjectIds]})`;
  const { rows } = await sql<Labelling>`
    select ${fieldsOf('labelling')} from labelling where workspace_id = ${workspaceId} and ${named}`.execute(db);
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** Of what is on a page of a list. */
export async function labellingsOn(
  db: Kysely<Tables>,
  workspaceId: string,
  items: readonly { readonly id: string }[],
): Promise<Labelling[]> {
  const ids = items.map(({ id }) => id);
  return [...(await labellingsBySubject(db, workspaceId, ids)).values()];
}

/** The labels of one thing, by name. */
export async function labelsOn(db: Kysely<Tables>, workspaceId: string, subjectId: string): Promise<Label[]> {
  const labelling = await readOne(db, 'labelling', workspaceId, labellingId(subjectId));
  if (labelling === undefined) return [];
  return [...labelsOf(labelling, labelsById(await readWhere(db, 'label', workspaceId, {}, 'createdAt')))];
}

/** As `labellingsBySubject`, locked until the transaction ends. */
export async function lockLabellings(
  trx: Transaction<Tables>,
  workspaceId: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, Labelling>> {
  const rows = await lockMany(trx, 'labelling', workspaceId, subjectIds.map(labellingId));
  return new Map(rows.map((row) => [row.subjectId, row]));
}

/** Of these ids, each once, those of ideas and work items. */
export async function subjectsThatExist(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from placement where workspace_id = ${workspaceId} and id = any(${[...ids]})
    union select id from idea where workspace_id = ${workspaceId} and id = any(${[...ids]})`.execute(db);
  return rows.map(({ id }) => id);
}
