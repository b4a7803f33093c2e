/** Imports: loads what is known of the records, and asks the decisions. */
import { readBatch } from '@shortlist/domain/import/import-batch.ts';
import type { ImportState } from '@shortlist/domain/import/import-state.ts';
import { addToImport, finishImport, startImport } from '@shortlist/domain/import/import-decide.ts';
import { undoImport, type Imported } from '@shortlist/domain/import/import-undo-decide.ts';
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import type { Import } from '@shortlist/domain/import/import.ts';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { sql, type Kysely } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { lastRank, openPlacements } from '../backlog/backlog-queries.ts';
import { gateOf } from '../backlog/team-gate.ts';
import { drawHandles, fieldsOf, lockOne, readOne } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { noTeam } from '../workspace/refused-names.ts';
import { knownOf } from './known-records.ts';

type ImportHandlers = Pick<
  Handlers,
  'import.preview' | 'import.start' | 'import.add' | 'import.finish' | 'import.undo' | 'import.list'
>;

export const importHandlers: ImportHandlers = {
  'import.preview': async ({ db, workspaceId, context }, input) => {
    const team = await readOne(db, 'team', workspaceId, input.teamId);
    if (team === undefined) return noTeam(input.teamId);
    const state = await importState(db, workspaceId, team, input.records, context.now, () => '');
    const commandId = uuidv7();
    const newId: CommandScope['context']['newId'] = (kind, index = 0) => deriveId(commandId, kind, index);
    const { counts, piles, notes } = readBatch(state, input, { ...context, newId });
    return { counts, piles, notes };
  },

  'import.start': async ({ trx, workspaceId, context }, input) => {
    const team = await readOne(trx, 'team', workspaceId, input.teamId);
    return team === undefined ? noTeam(input.teamId) : startImport({ team }, input, context);
  },

  'import.add': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const seen = await readOne(trx, 'import', workspaceId, input.importId);
    const team = seen === undefined ? undefined : await lockOne(trx, 'team', workspaceId, seen.teamId);
    const running = await lockOne(trx, 'import', workspaceId, input.importId);
    if (team === undefined || running === undefined) return noImport();
    const needed = { IDEA: 0, TASK: 0 };
    const count: ImportState['draw'] = (kind) => {
      needed[kind] += 1;
      return '';
    };
    const state = await importState(trx, workspaceId, team, input.records, context.now, count);
    // Read once to know how many handles it takes: none is drawn for what is known already.
    readBatch(state, input, context);
    const draw = await handleDrawer(scope, needed);
    return addToImport({ ...state, draw, import: running }, input, context);
  },

  'import.finish': async ({ trx, workspaceId, context }, input) => {
    const running = await lockOne(trx, 'import', workspaceId, input.importId);
    return running === undefined ? noImport() : finishImport({ import: running }, context);
  },

  'import.undo': async ({ trx, workspaceId, context }, input) => {
    const seen = await readOne(trx, 'import', workspaceId, input.importId);
    if (seen !== undefined) await lockOne(trx, 'team', workspaceId, seen.teamId);
    const finished = await lockOne(trx, 'import', workspaceId, input.importId);
    if (finished === undefined) return noImport();
    const imported = await writtenBy(trx, workspaceId, finished.id);
    const people = await suggestersBeside(trx, workspaceId, imported);
    const labels = await labelsBeside(trx, workspaceId, imported);
    return undoImport({ import: finished, imported, inUse: new Set([...people, ...labels]) }, context);
  },

  'import.list': async ({ db, workspaceId }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const { rows } = await sql<Import>`
      select ${fieldsOf('import')} from import
      where workspace_id = ${workspaceId} and (${time}::text is null or ("startedAt", id) < (${time}::timestamptz, ${id}))
      order by "startedAt" desc, id desc limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.startedAt, last.id]);
  },
};

async function importState(
  db: Kysely<Tables>,
  workspaceId: string,
  team: Team,
  records: readonly ImportRecord[],
  now: string,
  draw: ImportState['draw'],
): Promise<ImportState> {
  const open = await openPlacements(db, workspaceId, team.id, 'read');
  const { window } = await gateOf(db, workspaceId, team, open, now);
  return {
    team,
    draw,
    room: Math.max(0, window.room),
    lastRank: await lastRank(db, workspaceId, team.id),
    ...(await knownOf(db, workspaceId, records)),
  };
}

async function handleDrawer({ trx, workspaceId }: CommandScope, needed: Readonly<Record<'IDEA' | 'TASK', number>>) {
  const pools = {
    IDEA: [...(await drawHandles(trx, workspaceId, 'IDEA', needed.IDEA))],
    TASK: [...(await drawHandles(trx, workspaceId, 'TASK', needed.TASK))],
  };
  return (kind: 'IDEA' | 'TASK'): string => {
    const handle = pools[kind].shift();
    if (handle === undefined) throw new Error('a batch made more than it counted');
    return handle;
  };
}

/** Everything the import's commands wrote, with what was there before, in the order it was first written. */
async function writtenBy(db: Kysely<Tables>, workspaceId: string, importId: string): Promise<readonly Imported[]> {
  const { rows } = await sql<Imported>`
    with command as materialized (
      select distinct command_id from change
      where workspace_id = ${workspaceId} and id = ${importId} and operation = 'import.add'
    ), written as materialized (
      select distinct on (change.entity, change.id) change.entity, change.id, change.subject, change.seq
      from change join command using (command_id)
      where change.workspace_id = ${workspaceId} and change.entity <> 'import'
      order by change.entity, change.id, change.seq
    )
    select written.entity, written.id, written.subject,
      (select value from change earlier
        where earlier.workspace_id = ${workspaceId} and earlier.id = written.id and earlier.entity = written.entity
          and earlier.seq < written.seq order by seq desc limit 1) as before,
      exists (select 1 from change later
        where later.workspace_id = ${workspaceId} and later.id = written.id and later.entity = written.entity
          and later.seq > written.seq and later.operation not in ('import.add', 'import.undo')) as "changedSince",
      (select value is null from change last
        where last.workspace_id = ${workspaceId} and last.id = written.id and last.entity = written.entity
        order by seq desc limit 1) as "isGone",
      (select value ->> 'handle' from change own where own.workspace_id = ${workspaceId} and own.seq = written.seq) as handle
    from written order by written.seq`.execute(db);
  return rows;
}

/** People whom ideas suggest that this import did not make. */
async function suggestersBeside(
  db: Kysely<Tables>,
  workspaceId: string,
  imported: readonly Imported[],
): Promise<ReadonlySet<string>> {
  const staying = new Set(imported.filter((one) => one.changedSince).map((one) => one.subject));
  const going = imported
    .filter((one) => one.entity === 'idea' && one.before === null && !staying.has(one.subject))
    .map((one) => one.id);
  const { rows } = await sql<{ id: string }>`
    select distinct "suggesterId" as id from idea where workspace_id = ${workspaceId} and not (id = any(${going}))`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Labels on what this import did not label, or somebody labelled since, and those that others were merged into. */
async function labelsBeside(db: Kysely<Tables>, workspaceId: string, imported: readonly Imported[]): Promise<readonly string[]> {
  const staying = new Set(imported.filter((one) => one.changedSince).map((one) => one.subject));
  const going = imported.filter((one) => one.entity === 'labelling' && !staying.has(one.subject)).map((one) => one.id);
  const { rows } = await sql<{ id: string }>`
    select jsonb_array_elements_text("labelIds") as id from labelling
    where workspace_id = ${workspaceId} and not (id = any(${going}))
    union select "mergedIntoId" from label where workspace_id = ${workspaceId} and "mergedIntoId" is not null`.execute(db);
  return rows.map(({ id }) => id);
}

function noImport() {
  return refuse('not_found', 'There is no such import. Start one.');
}
