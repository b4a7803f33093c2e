/** What reviews count. */
import type { Review } from '@shortlist/domain/review/review.ts';
import { sql } from 'kysely';
import type { CommandScope } from '../handler.ts';

/** Undecided ideas of the queue that this review did not keep. */
export async function countLeftOver({ trx, workspaceId }: CommandScope, review: Review): Promise<number> {
  const seen = new Set(review.entries.map((entry) => entry.ideaId));
  const open = review.queue.filter((id) => !seen.has(id));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from idea
    where workspace_id = ${workspaceId} and id = any(${open}) and "decidedAt" is null`.execute(trx);
  return rows[0]?.count ?? 0;
}
