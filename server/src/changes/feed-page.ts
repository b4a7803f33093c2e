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

export interface FeedPage {
  readonly lines: readonly FeedLine[];
  /** There were more when it was read. */
  readonly hasMore: boolean;
}

/** The changes after `after`, oldest first: at most 500 and about 2 MB as stored, at least one where there is one. */
export async function readFeedPage(db: Kysely<Tables>, workspaceId: string, after: number): Promise<FeedPage> {
  const { rows } = await sql<Row>`
    select seq, event, entity, id, at, by, via, value::text as value, found from (
      select *, count(*) over () as found, sum(coalesce(pg_column_size(value), 0)) over (order by seq) - coalesce(pg_column_size(value), 0) as before
      from (select * from change where workspace_id = ${workspaceId} and seq > ${after} order by seq limit ${pageRows}) as page
    ) as sized
    where before < ${pageBytes}
    order by seq`.execute(db);
  const found = rows[0]?.found ?? 0;
  return { lines: rows.map(lineOf), hasMore: found === pageRows || rows.length < found };
}

function lineOf({ seq, event, entity, id, at, by, via, value }: Row): FeedLine {
  const head = JSON.stringify({ seq, event, entity, id, at, by, via });
  // The value is JSON already; it is neither read nor written again.
  return { seq, json: `${head.slice(0, -1)},"value":${value ?? 'null'}}` };
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
  /** How many the reading came upon, before it was cut by size. */
  readonly found: number;
}
