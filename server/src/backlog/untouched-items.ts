/** What is in refinement and nobody touched lately, and what was announced to leave; with all that sending it back reads. */
import type { Untouched } from '@shortlist/domain/backlog/hand-back-decide.ts';
import { handBackDays, handBackOf } from '@shortlist/domain/backlog/hand-back.ts';
import { isInRefinement } from '@shortlist/domain/backlog/counted.ts';
import { sql } from 'kysely';
import { lockMany } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';
import { parkState } from './park-state.ts';

/** At a time, so that no transaction holds teams for long. */
const atOnce = 50;

interface Row {
  readonly id: string;
  readonly teamId: string;
  readonly touchedAt: string;
}

/** Locks the teams, then the items: the order of the road. */
export async function readUntouched(scope: CommandScope): Promise<readonly Untouched[]> {
  const { trx, workspaceId } = scope;
  const seen = await readRows(scope, null);
  const teams = await lockMany(trx, 'team', workspaceId, [...new Set(seen.map(({ teamId }) => teamId))].toSorted());
  const placements = await lockMany(
    trx,
    'placement',
    workspaceId,
    seen.map(({ id }) => id),
  );
  const touched = new Map(
    (
      await readRows(
        scope,
        seen.map(({ id }) => id),
      )
    ).map((row) => [row.id, row.touchedAt]),
  );
  const items: Untouched[] = [];
  for (const placement of placements) {
    const team = teams.find(({ id }) => id === placement.teamId);
    const touchedAt = touched.get(placement.id);
    if (team === undefined || touchedAt === undefined || !isInRefinement(placement)) continue;
    // A handle is drawn only for what really leaves.
    const leaves = handBackOf(placement.leavesAt, touchedAt, scope.context.now) === 'leave';
    items.push({ placement, touchedAt, park: leaves ? await parkState(scope, { team, placement }) : null });
  }
  return items;
}

/** A touch is whatever people did to the item since it came: the server's own changes have nobody behind them. */
async function readRows({ trx, workspaceId, context }: CommandScope, ids: readonly string[] | null): Promise<readonly Row[]> {
  const quiet = handBackDays.untouched - handBackDays.announced;
  const since = new Date(Date.parse(context.now) - quiet * 86_400_000).toISOString();
  const { rows } = await sql<Row>`
    select id, "teamId", "touchedAt" from (
      select id, "teamId", "leavesAt", greatest("enteredStepAt", (
        select max(at) from change
        where change.workspace_id = placement.workspace_id and change.subject = placement.id and by is not null)) as "touchedAt"
      from placement
      where workspace_id = ${workspaceId} and "stepId" is null and "doneAt" is null and "droppedAt" is null
        and (${ids}::text[] is null or id = any(${ids}::text[]))
        and ("leavesAt" is not null or "enteredStepAt" <= ${since}::timestamptz)) as shaped
    where "leavesAt" is not null or "touchedAt" <= ${since}::timestamptz
    order by id limit ${atOnce}`.execute(trx);
  return rows;
}
