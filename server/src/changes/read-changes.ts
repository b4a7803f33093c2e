/** Reading the change log: pages of the feed, one entity's activity, and values as they once were. */
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** How long the feed serves changes; they themselves are kept for ever. */
export const feedKeepsDays = 30;

const feedColumns = ['seq', 'event', 'entity', 'id', 'value', 'at', 'by', 'via'] as const;

/** Up to `limit` changes after `after`, oldest first. */
export async function changesAfter(
  db: Kysely<Tables>,
  workspaceId: string,
  after: number,
  limit: number,
): Promise<readonly FeedChange[]> {
  return await db
    .selectFrom('change')
    .select(feedColumns)
    .where('workspace_id', '=', workspaceId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function lastSeq(db: Kysely<Tables>, workspaceId: string): Promise<number> {
  const row = await db.selectFrom('workspace_seq').select('seq').where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row?.seq ?? 0;
}

/**
 * Whether a reader who has seen `after` must load a snapshot: the next change is older than the feed serves, or `after`
 * is a number this workspace has not reached (a database that was put back to an earlier state).
 */
export async function needsReset(db: Kysely<Tables>, workspaceId: string, after: number, now: string): Promise<boolean> {
  if (after > (await lastSeq(db, workspaceId))) return true;
  const next = await db
    .selectFrom('change')
    .select('at')
    .where('workspace_id', '=', workspaceId)
    .where('seq', '=', after + 1)
    .executeTakeFirst();
  return next !== undefined && Date.parse(next.at) < Date.parse(now) - feedKeepsDays * 24 * 60 * 60 * 1000;
}

/** The `seq` of an entity's last change; 0 when it has none. */
export async function seqOfEntity(
  db: Kysely<Tables> | Transaction<Tables>,
  workspaceId: string,
  entity: string,
  id: string,
): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select('seq')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('entity', '=', entity)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** An entity's value as it was at `seq` (undefined: it did not exist yet; null: it was removed). */
export async function valueAt(
  db: Kysely<Tables> | Transaction<Tables>,
  workspaceId: string,
  entity: string,
  id: string,
  seq: number,
): Promise<Record<string, unknown> | null | undefined> {
  const row = await db
    .selectFrom('change')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('entity', '=', entity)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : row.value;
}

/** What happened to a subject, newest first; `before` is exclusive. */
export async function activityOf(
  db: Kysely<Tables>,
  workspaceId: string,
  subject: string,
  before: number | null,
  limit: number,
): Promise<readonly FeedChange[]> {
  return await db
    .selectFrom('change')
    .select(feedColumns)
    .where('workspace_id', '=', workspaceId)
    .where('subject', '=', subject)
    .where(sql<boolean>`(${before}::bigint is null or seq < ${before})`)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}
