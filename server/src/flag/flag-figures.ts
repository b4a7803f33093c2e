/** What products told about their flags, as figures to look at. */
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** The latest time each flag was asked for, whatever the environment. */
export async function lastAsked(db: Kysely<Tables>, workspaceId: string): Promise<OutputOf<'flag.asked'>['items']> {
  const { rows } = await sql<OutputOf<'flag.asked'>['items'][number]>`
    select distinct on ("flagKey") "flagKey" as key, environment, "lastEvaluatedAt" from flag_seen
    where workspace_id = ${workspaceId} order by "flagKey", "lastEvaluatedAt" desc`.execute(db);
  return [...rows];
}

export interface CountsAsked {
  readonly workspaceId: string;
  readonly key: string;
  readonly environment: string;
  readonly days: number;
  /** ISO 8601. */
  readonly now: string;
}

/** Counts by variant: of the last 24 hours by the hour, else of so many days in UTC, today among them. */
export async function countsOf(db: Kysely<Tables>, asked: CountsAsked): Promise<OutputOf<'flag.counts'>> {
  const { workspaceId, key, environment, days, now } = asked;
  const step = days === 1 ? 'hour' : 'day';
  const stepMs = step === 'hour' ? 3_600_000 : 86_400_000;
  const steps = step === 'hour' ? 24 : days;
  const since = new Date((Math.floor(Date.parse(now) / stepMs) - steps + 1) * stepMs).toISOString();
  const { rows } = await sql<OutputOf<'flag.counts'>['items'][number]>`
    select date_trunc(${step}, hour, 'UTC') as at, variant,
      sum(evaluations)::float8 as evaluations, sum(exposures)::float8 as exposures
    from flag_count
    where workspace_id = ${workspaceId} and environment = ${environment} and "flagKey" = ${key} and hour >= ${since}::timestamptz
    group by 1, variant order by 1, variant`.execute(db);
  return { step, items: [...rows] };
}
