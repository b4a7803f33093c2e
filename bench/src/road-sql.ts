// The road's peer: the statements a captured idea costs, sent straight to the database, with nothing around them.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

const workspace = 'wsp_peer';

/** `count` transactions from `writers` sessions; each writes a row, a handle, a number, a change and an idempotency key. */
export async function sqlAlone(pool: Pool, count: number, writers: number): Promise<void> {
  let next = 0;
  const write = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      while (next < count) {
        next += 1;
        const id = randomUUID();
        const value = JSON.stringify({ id, handle: 'IDEA-1', problem: `Idea ${next}`, suggesterId: 'mem_peer', keptCount: 0 });
        await client.query('begin');
        await client.query('select 1 from idempotency_key where workspace_id = $1 and key = $2', [workspace, id]);
        const { rows } = await client.query(
          `insert into handle_counter (workspace_id, kind, last) values ($1, 'IDEA', 1)
           on conflict (workspace_id, kind) do update set last = handle_counter.last + 1 returning last`,
          [workspace],
        );
        await client.query(
          `insert into idea (workspace_id, id, handle, problem, "suggesterId", "keptCount", "capturedAt") values ($1, $2, $3, $4, 'mem_peer', 0, now())`,
          [workspace, id, `IDEA-${String(rows[0]?.last)}`, `Idea ${next}`],
        );
        await client.query(
          `with counter as (insert into workspace_seq (workspace_id, seq) values ($1, 1)
             on conflict (workspace_id) do update set seq = workspace_seq.seq + 1 returning seq)
           insert into change (workspace_id, seq, event, entity, id, subject, value, at, via, operation, command_id)
           select $1, seq, 'idea.captured', 'idea', $2, $2, $3::jsonb, now(), 'api', 'idea.capture', $4::uuid from counter`,
          [workspace, id, value, id],
        );
        await client.query(
          `insert into idempotency_key (workspace_id, key, member_id, operation, input_hash, answer, seq, at)
           values ($1, $2, 'mem_peer', 'idea.capture', '', $3::jsonb, 1, now())`,
          [workspace, id, value],
        );
        await client.query('commit');
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}
