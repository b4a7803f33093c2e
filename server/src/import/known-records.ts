/** What is known of imported records already, by source and external id. */
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import type { Evidence } from '@shortlist/domain/evidence/evidence.ts';
import type { ImportState } from '@shortlist/domain/import/import-state.ts';
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import { labellingsBySubject } from '../label/label-queries.ts';
import type { Tables } from '../db/tables.ts';

type Known = Pick<
  ImportState,
  'ideas' | 'tasks' | 'placements' | 'contacts' | 'evidence' | 'editedHere' | 'labels' | 'labellings' | 'labelledHere'
>;

export async function knownOf(db: Kysely<Tables>, workspaceId: string, records: readonly ImportRecord[]): Promise<Known> {
  const source = records[0]?.source ?? 'github';
  const externalIds = records.map((record) => record.externalId);
  const authors = records.flatMap((record) => (record.author === null ? [] : [record.author]));
  const ideas = await byExternalId(db, 'idea', workspaceId, source, externalIds);
  const tasks = await byExternalId(db, 'task', workspaceId, source, externalIds);
  const contacts = await byExternalId(db, 'contact', workspaceId, source, authors);
  const subjects = [...[...ideas.values()].map((idea) => idea.id), ...[...tasks.values()].map((task) => task.id)];
  return {
    ideas,
    tasks,
    contacts,
    placements: await placementsOf(db, workspaceId, subjects),
    evidence: await evidenceBySubject(db, workspaceId, source, subjects),
    editedHere: await editedHere(db, workspaceId, ['idea', 'task'], subjects),
    labels: await readWhere(db, 'label', workspaceId, {}, 'createdAt'),
    labellings: await labellingsBySubject(db, workspaceId, subjects),
    labelledHere: await editedHere(db, workspaceId, ['labelling'], subjects),
  };
}

async function byExternalId<Name extends 'idea' | 'task' | 'contact'>(
  db: Kysely<Tables>,
  name: Name,
  workspaceId: string,
  source: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, EntityOf<Name>>> {
  const { rows } = await sql<EntityOf<Name>>`
    select ${fieldsOf(name)} from ${sql.table(name)}
    where workspace_id = ${workspaceId} and source = ${source} and "externalId" = any(${[...externalIds]})`.execute(db);
  return new Map(rows.flatMap((row) => (row.externalId === null ? [] : [[row.externalId, row]])));
}

async function placementsOf(db: Kysely<Tables>, workspaceId: string, ids: readonly string[]) {
  const { rows } = await sql<EntityOf<'placement'>>`
    select ${fieldsOf('placement')} from placement where workspace_id = ${workspaceId} and id = any(${[...ids]})`.execute(db);
  return new Map<string, EntityOf<'placement'>>(rows.map((row) => [row.id, row]));
}

async function evidenceBySubject(db: Kysely<Tables>, workspaceId: string, source: string, subjects: readonly string[]) {
  const { rows } = await sql<Evidence>`
    select ${fieldsOf('evidence')} from evidence
    where workspace_id = ${workspaceId} and "subjectId" = any(${[...subjects]}) and source = ${source}`.execute(db);
  const grouped = new Map<string, Map<string, Evidence>>();
  for (const row of rows) {
    const group = grouped.get(row.subjectId) ?? new Map<string, Evidence>();
    grouped.set(row.subjectId, group.set(row.externalId ?? row.id, row));
  }
  return grouped;
}

/** Of these ids, the ones whose own last change came from something else than an import. */
async function editedHere(
  db: Kysely<Tables>,
  workspaceId: string,
  names: readonly EntityName[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select subject as id from (
      select distinct on (id) subject, operation from change
      where workspace_id = ${workspaceId} and subject = any(${[...ids]}) and entity = any(${[...names]})
      order by id, seq desc
    ) as last where operation not in ('import.add', 'import.undo')`.execute(db);
  return new Set(rows.map((row) => row.id));
}
