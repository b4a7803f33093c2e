/** What notices are about, by id. */
import type { Subject } from '@shortlist/domain/notice/notice-decide.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** The ideas and work items with these ids that there are. */
export async function readSubjects(
  db: Kysely<Tables>,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<Subject>`
    select id, 'idea' as kind, "suggesterId" as "personId" from idea where workspace_id = ${workspaceId} and id = any(${wanted})
    union all
    select id, 'item', "ownerId" from story where workspace_id = ${workspaceId} and id = any(${wanted})
    union all
    select id, 'item', "ownerId" from task where workspace_id = ${workspaceId} and id = any(${wanted})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
