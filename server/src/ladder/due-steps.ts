/** The flags whose next step is due, and how many were seen to get them. */
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { fieldsOf } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';

/** Locked; what another process looks at just now is left to it. */
export async function lockDue(trx: Transaction<Tables>, workspaceId: string, now: string): Promise<readonly Flag[]> {
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag
    where workspace_id = ${workspaceId} and "archivedAt" is null and ladder -> 'steps' -> 0 ->> 'at' <= ${now}
      and coalesce(ladder -> 'pause' ->> 'kind', '') <> 'halted'
    order by id limit 50 for update skip locked`.execute(trx);
  return rows;
}

/** Who were counted to get a flag's feature in production since its last move; counts are kept by the hour. */
export async function seenSince(
  db: Kysely<Tables>,
  workspaceId: string,
  flag: Flag,
  production: readonly string[],
): Promise<number> {
  const since = flag.lastMove?.at ?? flag.createdAt;
  const { rows } = await sql<{ seen: string | null }>`
    select sum(exposures) as seen from flag_count
    where workspace_id = ${workspaceId} and "flagKey" = ${flag.key} and environment = any(${[...production]})
      and variant = ${flag.onVariant} and hour >= date_trunc('hour', ${since}::timestamptz)`.execute(db);
  return Number(rows[0]?.seen ?? 0);
}
