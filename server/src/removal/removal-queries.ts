/** What is known of flags in code: where they stand, and when they were asked for last. */
import type { CodePlace } from '@shortlist/domain/removal/code-scan.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

export interface CodeFacts {
  readonly flagKey: string;
  readonly places: readonly (CodePlace & { readonly repository: string })[];
  /** Places beyond those. */
  readonly more: number;
  readonly lastEvaluatedAt: string | null;
}

/** By key, for flags that stand somewhere or were asked for; the others have nothing to say. */
export async function codeFactsOf(
  db: Kysely<Tables>,
  workspaceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, CodeFacts>> {
  const uses = await sql<{ flagKey: string; repository: string; places: readonly CodePlace[]; more: number }>`
    select "flagKey", repository, places, more from "codeUse"
    where workspace_id = ${workspaceId} and "flagKey" = any(${[...keys]}) order by "flagKey", repository`.execute(db);
  const seen = await sql<{ flagKey: string; lastEvaluatedAt: string }>`
    select "flagKey", max("lastEvaluatedAt") as "lastEvaluatedAt" from flag_seen
    where workspace_id = ${workspaceId} and "flagKey" = any(${[...keys]}) group by "flagKey"`.execute(db);
  const asked = new Map(seen.rows.map((row) => [row.flagKey, row.lastEvaluatedAt]));
  const byKey = Map.groupBy(uses.rows, (row) => row.flagKey);
  return new Map(
    keys.map((flagKey) => {
      const own = byKey.get(flagKey) ?? [];
      const places = own.flatMap(({ repository, places: there }) => there.map((place) => ({ repository, ...place })));
      const more = own.reduce((sum, use) => sum + use.more, 0);
      return [flagKey, { flagKey, places, more, lastEvaluatedAt: asked.get(flagKey) ?? null }];
    }),
  );
}

/** How many places there are; null where no repository was ever looked through. */
export function placesIn(facts: CodeFacts | undefined, scannedAt: string | null): number | null {
  if (scannedAt === null) return null;
  return facts === undefined ? 0 : facts.places.length + facts.more;
}

/** When a repository was last looked through; null where none ever was. */
export async function lastScan(db: Kysely<Tables>, workspaceId: string): Promise<string | null> {
  const { rows } = await sql<{ at: string | null }>`
    select max("scannedAt") as at from "codeScan" where workspace_id = ${workspaceId}`.execute(db);
  return rows[0]?.at ?? null;
}
