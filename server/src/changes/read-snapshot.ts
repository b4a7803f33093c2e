/**
 * The state a client begins with: every live entity that travels in the feed, as of one `seq`. PostgreSQL writes the JSON
 * itself, a few hundred rows to a line, so that this process only passes it on.
 */
import { entities, entityNames, type EntityName } from '@shortlist/domain/entities.ts';
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { z } from 'zod';
import { asOfOneMoment } from '../db/one-moment.ts';
import type { Tables } from '../db/tables.ts';
import { feedSchema } from './feed-schema.ts';
import { isLive } from './live-entities.ts';
import { lastSeq } from './read-changes.ts';

const rowsPerLine = 500;
const linesPerFetch = 10;

/** Names of the entities a snapshot holds. */
export const snapshotEntities: readonly EntityName[] = entityNames.filter(
  (name) => entities[name].audience === 'workspace' && entities[name].loaded === 'always',
);

/**
 * Writes a snapshot as lines of JSON, each ending in a line feed, all from one moment: a head with `seq`, the rows of each
 * entity as arrays in the order of `fields`, and an end with their count. `write` is waited for, and should be quick: the
 * transaction is open meanwhile. Answers the snapshot's `seq`.
 */
export async function readSnapshot(
  db: Kysely<Tables>,
  workspaceId: string,
  now: string,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  return await asOfOneMoment(db, async (trx) => {
    const seq = await lastSeq(trx, workspaceId);
    await write(`${JSON.stringify({ seq, now, schema: feedSchema })}\n`);
    let count = 0;
    for (const name of snapshotEntities) count += await writeEntity(trx, name, workspaceId, now, write);
    await write(`${JSON.stringify({ end: true, count })}\n`);
    return seq;
  });
}

interface Line {
  readonly count: number;
  readonly rows: string;
}

async function writeEntity(
  trx: Transaction<Tables>,
  name: EntityName,
  workspaceId: string,
  now: string,
  write: (line: string) => void | Promise<void>,
): Promise<number> {
  const fields = Object.keys(entities[name].schema.shape);
  const head = `{"entity":${JSON.stringify(name)},"fields":${JSON.stringify(fields)},"rows":[`;
  let count = 0;
  await sql`
    declare snapshot no scroll cursor for
    select count(*) as count, string_agg(row, ',') as rows from (
      select ${rowOf(name)} as row, (row_number() over () - 1) / ${sql.lit(rowsPerLine)} as line
      from ${sql.table(name)} where workspace_id = ${workspaceId} and ${isLive(name, workspaceId, now)}
    ) as numbered group by line order by line`.execute(trx);
  for (;;) {
    const { rows: lines } = await sql<Line>`fetch ${sql.lit(linesPerFetch)} from snapshot`.execute(trx);
    for (const line of lines) {
      await write(`${head}${line.rows}]}\n`);
      count += line.count;
    }
    if (lines.length < linesPerFetch) break;
  }
  await sql`close snapshot`.execute(trx);
  return count;
}

/** A row's fields as the text of a JSON array. */
function rowOf(name: EntityName): RawBuilder<string> {
  const fields = Object.entries(entities[name].schema.shape).map(([field, schema]) =>
    isInstant(schema) ? instantOf(field) : sql.ref(field),
  );
  return sql`json_build_array(${sql.join(fields)})::text`;
}

function isInstant(schema: z.ZodType): boolean {
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  return inner instanceof z.ZodISODateTime;
}

/** As entities hold it; PostgreSQL's own JSON would leave out milliseconds that are zero. */
function instantOf(field: string): RawBuilder<string> {
  return sql`to_char(${sql.ref(field)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
