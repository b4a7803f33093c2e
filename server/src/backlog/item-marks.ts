/** What `backlog.marks` answers. The record behind it is read once for each state of a team's placements and each day. */
import type { ItemMark } from '@shortlist/domain/backlog/item-mark.ts';
import { markItems, type MarkInput, type StepStay } from '@shortlist/domain/backlog/mark-items.ts';
import { dayFinder } from '@shortlist/domain/forecast/zone-days.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { openPlacements } from './backlog-queries.ts';
import { gateOf } from './team-gate.ts';
import { inFlowOrder } from './window-view.ts';

const recordDays = 365;

interface Kept {
  readonly key: string;
  readonly marks: readonly ItemMark[];
}

/** The last answer for each team. */
const kept = new Map<string, Kept>();
const teamsKept = 200;

export async function itemMarks(db: Kysely<Tables>, workspaceId: string, team: Team, now: string): Promise<readonly ItemMark[]> {
  const dayOf = dayFinder(team.timeZone);
  const key = JSON.stringify([await placementsVersion(db, workspaceId), dayOf(now), team]);
  const place = `${workspaceId} ${team.id}`;
  const known = kept.get(place);
  if (known?.key === key) return known.marks;
  const open = await openPlacements(db, workspaceId, team.id, 'read');
  const since = new Date(Date.parse(now) - recordDays * 24 * 60 * 60 * 1000).toISOString();
  const marks = markItems({
    team,
    open: inFlowOrder(team, open),
    record: await recordSince(db, workspaceId, team.id, since),
    stays: await staysSince(db, workspaceId, team.id, since),
    gate: await gateOf(db, workspaceId, team, open, now),
    dayOf,
    now,
  });
  if (kept.size >= teamsKept) kept.clear();
  kept.set(place, { key, marks });
  return marks;
}

/** The number of the last change of any placement. */
async function placementsVersion(db: Kysely<Tables>, workspaceId: string): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`
    select max(seq) as seq from change where workspace_id = ${workspaceId} and entity = 'placement'`.execute(db);
  return rows[0]?.seq ?? 0;
}

async function recordSince(db: Kysely<Tables>, workspaceId: string, teamId: string, since: string): Promise<MarkInput['record']> {
  const { rows } = await sql<MarkInput['record'][number]>`
    select "committedAt", "startedAt", "doneAt", "droppedAt" from placement
    where workspace_id = ${workspaceId} and "teamId" = ${teamId} and not expedite
      and ("startedAt" >= ${since}::timestamptz or "committedAt" >= ${since}::timestamptz)`.execute(db);
  return rows;
}

/** Each stay in a step ends where the same item's next one begins. */
async function staysSince(db: Kysely<Tables>, workspaceId: string, teamId: string, since: string): Promise<readonly StepStay[]> {
  const { rows } = await sql<StepStay>`
    select "stepId", "enteredAt", "leftAt" from (
      select value->>'stepId' as "stepId", value->>'enteredStepAt' as "enteredAt", at,
        lead(value->>'enteredStepAt') over (partition by id order by seq) as "leftAt"
      from change
      where workspace_id = ${workspaceId} and entity = 'placement' and value->>'teamId' = ${teamId}
        and at >= ${since}::timestamptz
    ) stay
    where "stepId" is not null and "leftAt" > "enteredAt"`.execute(db);
  return rows;
}
