/** One read of the change log for the feed: each change is turned into its JSON text here, once, for all who follow. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** A change as it goes out. */
export interface FeedLine {
  readonly seq: number;
  /** The JSON of a `FeedChange`. */
  readonly json: string;
}

const pageRows = 500;
/** Stored size, which PostgreSQL tells without reading the values; long texts may be several times that when unpacked. */
const pageBytes = 2_000_000;

/** The changes after `after`, oldest first: at most 500 and about 2 MB as stored, at least one where there is one. */
export async function readFeedPage(db: Kysely<Tables>, workspaceId: string, after: number): Promise<readonly FeedLine[]> {
  const { rows } = await sql<Row>`
    select seq, event, entity, id, at, by, via, value::text as value from (
      select *, sum(coalesce(pg_column_size(value), 0)) over (order by seq) - coalesce(pg_column_size(value), 0) as before
      from (select * from change where workspace_id = ${workspaceId} and seq > ${after} order by seq limit ${pageRows}) as page
    ) as sized
    where before < ${pageBytes}
    order by seq`.execute(db);
  return rows.map(({ value, ...rest }) => {
    const head = JSON.stringify(rest);
    // The value is JSON already; it is neither read nor written again.
    return { seq: rest.seq, json: `${head.slice(0, -1)},"value":${value ?? 'null'}}` };
  });
}

interface Row {
  readonly seq: number;
  readonly event: string;
  readonly entity: string;
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly via: string;
  readonly value: string | null;
}
