/** What the sets of all environments are made of, as of one moment. */
import type { Environment } from '@shortlist/domain/environment/environment.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import type { Segment } from '@shortlist/domain/segment/segment.ts';
import { sql, type Kysely } from 'kysely';
import { lastSeq } from '../changes/read-changes.ts';
import { fieldsOf } from '../db/load-entity.ts';
import { asOfOneMoment } from '../db/one-moment.ts';
import type { Tables } from '../db/tables.ts';

export interface FlagRows {
  /** Of the workspace. */
  readonly seq: number;
  /** Of the last change of a flag or a segment; null before the first. */
  readonly version: number | null;
  readonly flags: readonly Flag[];
  readonly segments: readonly Segment[];
  readonly environments: readonly Environment[];
}

export async function readFlagRows(db: Kysely<Tables>, workspaceId: string): Promise<FlagRows> {
  return await asOfOneMoment(db, async (trx) => {
    const seq = await lastSeq(trx, workspaceId);
    const last = await sql<{ seq: number | null }>`
        select max(seq) as seq from change where workspace_id = ${workspaceId} and entity in ('flag', 'segment')`.execute(trx);
    const all = async <Row>(name: 'flag' | 'segment' | 'environment') =>
      (await sql<Row>`select ${fieldsOf(name)} from ${sql.table(name)} where workspace_id = ${workspaceId}`.execute(trx)).rows;
    return {
      seq,
      version: last.rows[0]?.seq ?? null,
      flags: await all<Flag>('flag'),
      segments: await all<Segment>('segment'),
      environments: await all<Environment>('environment'),
    };
  });
}
