/** Flags on their way out of the code: reports of scans, the list of what is to be cleaned up, and what comes back. */
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { planCleanUp, reportScan, settleCleanUps } from '@shortlist/domain/removal/removal-decide.ts';
import { removalState } from '@shortlist/domain/removal/removal-state.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { lockFlag, noFlag } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { refusedPeople } from '../workspace/given-people.ts';
import { codeFactsOf, lastScan, placesIn, type CodeFacts } from './removal-queries.ts';

type RemovalHandlers = Pick<
  Handlers,
  'flag.reportScan' | 'flag.keys' | 'flag.planCleanUp' | 'flag.settleCleanUps' | 'flag.listCleanUps'
>;

export const removalHandlers: RemovalHandlers = {
  'flag.reportScan': async ({ trx, workspaceId, context }, input) => {
    // Two reports of one repository at the same moment wait for each other here, and are then told apart by their order.
    await sql`select pg_advisory_xact_lock(hashtext(${`scan ${workspaceId} ${input.repository}`}))`.execute(trx);
    const [scan = null] = await readWhere(trx, 'codeScan', workspaceId, { repository: input.repository }, 'id');
    const uses = await readWhere(trx, 'codeUse', workspaceId, { repository: input.repository }, 'flagKey');
    const keys = new Set(await allKeys(trx, workspaceId));
    const decision = reportScan({ scan, uses, keys }, input, context);
    if (isRefusal(decision)) return decision;
    const { flags, facts } = await toCleanUp(trx, workspaceId);
    const here = new Map(input.found.map(({ key, places, more }) => [key, places.length + more]));
    const cleanUp = flags.map((flag) => {
      const known = facts.get(flag.key);
      const elsewhere = known?.places.filter(({ repository }) => repository !== input.repository).length ?? 0;
      const places = elsewhere + (here.get(flag.key) ?? 0);
      const { rung, archivedAt } = flag;
      const lastEvaluatedAt = known?.lastEvaluatedAt ?? null;
      return { key: flag.key, state: removalState({ rung, archivedAt, places, lastEvaluatedAt }, context.now) };
    });
    return { changes: decision.changes, value: { ...decision.value, cleanUp } };
  },

  'flag.keys': async ({ db, workspaceId }) => ({ keys: await allKeys(db, workspaceId) }),

  'flag.planCleanUp': async (scope, input) => {
    const { trx, workspaceId } = scope;
    const no = await refusedPeople(scope, [input.ownerId], 'release');
    if (no !== null) return no;
    const flag = await lockFlag(trx, workspaceId, input.key);
    return flag === undefined ? noFlag(input.key) : planCleanUp({ flag }, input);
  },

  'flag.settleCleanUps': async ({ trx, workspaceId, context }) => {
    // What another process looks at just now is left to it.
    const { rows } = await sql<Flag>`
      select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId} and (
        "archivedAt" is not null and ("cleanUp" is not null or exists (
          select 1 from flag_seen where flag_seen.workspace_id = flag.workspace_id and flag_seen."flagKey" = flag.key
            and flag_seen."lastEvaluatedAt" > flag."archivedAt"))
        or "cleanUp" ->> 'dueDay' < ${context.now.slice(0, 10)} and "cleanUp" ->> 'lateAt' is null)
      order by id limit 200 for update of flag skip locked`.execute(trx);
    const scannedAt = await lastScan(trx, workspaceId);
    const facts = await codeFactsOf(
      trx,
      workspaceId,
      rows.map(({ key }) => key),
    );
    const flags = rows.map((flag) => {
      const known = facts.get(flag.key);
      return { flag, places: placesIn(known, scannedAt), lastEvaluatedAt: known?.lastEvaluatedAt ?? null };
    });
    return settleCleanUps(flags, context);
  },

  'flag.listCleanUps': async ({ db, workspaceId, context }, input) => {
    const scannedAt = await lastScan(db, workspaceId);
    const [dueAt, id = null] = readCursor(input.after, ['time', 'text']) ?? [];
    const dueDay = dueAt?.slice(0, 10) ?? null;
    const { flags, facts } = await toCleanUp(db, workspaceId, {
      storyId: input.storyId ?? null,
      dueDay,
      id,
      limit: input.limit + 1,
    });
    const page = pageOf(flags, input.limit, (last) => [`${last.cleanUp?.dueDay ?? ''}T00:00:00.000Z`, last.id]);
    const items = page.items.map((flag) => {
      const known = facts.get(flag.key);
      const lastEvaluatedAt = known?.lastEvaluatedAt ?? null;
      const { rung, archivedAt } = flag;
      const state = removalState({ rung, archivedAt, places: placesIn(known, scannedAt), lastEvaluatedAt }, context.now);
      return { flag, state, places: [...(known?.places ?? [])], more: known?.more ?? 0, scannedAt, lastEvaluatedAt };
    });
    return { items, next: page.next };
  },
};

async function allKeys(db: Kysely<Tables>, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from flag where workspace_id = ${workspaceId} order by key collate "C"`.execute(db);
  return rows.map(({ key }) => key);
}

interface CleanUpPage {
  readonly storyId: string | null;
  readonly dueDay: string | null;
  readonly id: string | null;
  readonly limit: number;
}

const everyCleanUp: CleanUpPage = { storyId: null, dueDay: null, id: null, limit: 1_000 };

/** Flags that are to be cleaned up, the earliest due first, with what is known of their code. */
async function toCleanUp(
  db: Kysely<Tables>,
  workspaceId: string,
  { storyId, dueDay, id, limit }: CleanUpPage = everyCleanUp,
): Promise<{ readonly flags: readonly Flag[]; readonly facts: ReadonlyMap<string, CodeFacts> }> {
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag
    where workspace_id = ${workspaceId} and "cleanUp" is not null
      and (${storyId}::text is null or "storyIds" @> ${JSON.stringify([storyId ?? ''])}::jsonb)
      and (${id}::text is null or ("cleanUp" ->> 'dueDay', id) > (${dueDay}, ${id}))
    order by "cleanUp" ->> 'dueDay', id limit ${limit}`.execute(db);
  const facts = await codeFactsOf(
    db,
    workspaceId,
    rows.map(({ key }) => key),
  );
  return { flags: rows, facts };
}
