/** Changes for tests of the feed, written as the one writer does, without an entity behind them. */
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';

export const workspaceId = 'wsp_1';

export interface WrittenChanges {
  readonly count?: number;
  readonly at?: string;
  /** Characters of each value. */
  readonly size?: number;
  /** Time in which another writer may come in between, if the order of numbers were not that of commits. */
  readonly holdMs?: number;
  readonly workspace?: string;
}

/** Writes `count` changes in one transaction and answers the last `seq`. */
export async function writeChanges(database: Pick<Database, 'db'>, options: WrittenChanges = {}): Promise<number> {
  const { count = 1, at = '2026-11-22T12:00:00.000Z', size = 10, holdMs = 0, workspace = workspaceId } = options;
  return await database.db.transaction().execute(async (trx) => {
    if (holdMs > 0) await sql`select pg_sleep(${holdMs / 1_000})`.execute(trx);
    const { rows } = await sql<{ last: number }>`
      with counter as (
        insert into workspace_seq (workspace_id, seq) values (${workspace}, ${count})
        on conflict (workspace_id) do update set seq = workspace_seq.seq + ${count} returning seq
      ), written as (
        insert into change (workspace_id, seq, event, entity, id, subject, value, at, by, via, operation, command_id)
        select ${workspace}, counter.seq - ${count} + number, 'idea.captured', 'idea', 'idea_' || number, 'idea_' || number,
          jsonb_build_object('problem', repeat('x', ${size})), ${at}::timestamptz, null, 'api', 'idea.capture', gen_random_uuid()
        from counter, generate_series(1, ${count}) as number returning 1
      )
      select seq as last from counter, (select count(*) from written) as done`.execute(trx);
    return rows[0]?.last ?? 0;
  });
}
