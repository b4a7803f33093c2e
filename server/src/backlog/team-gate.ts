/** A team's gate today, from its own record. The simulation is kept for a record, a day and a load, so it runs once for many questions. */
import { openGate, type Gate, type GateInput } from '@shortlist/domain/forecast/gate.ts';
import { teamDays } from '@shortlist/domain/forecast/team-days.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** Days of finished work that a forecast reads, with a few to spare for time zones. */
const recordDays = 185;

/** `open`: the team's counted items. Inside a transaction the team's row must be locked, so that the count holds. */
export async function gateOf(
  db: Kysely<Tables>,
  workspaceId: string,
  team: Team,
  open: readonly Placement[],
  now: string,
): Promise<Gate> {
  return openGateOnce(await gateInput(db, workspaceId, team, open, now));
}

export async function gateInput(
  db: Kysely<Tables>,
  workspaceId: string,
  team: Team,
  open: readonly Placement[],
  now: string,
): Promise<GateInput> {
  const since = new Date(Date.parse(now) - recordDays * 24 * 60 * 60 * 1000).toISOString();
  const { rows } = await sql<{ doneAt: string }>`
    select "doneAt" from placement
    where workspace_id = ${workspaceId} and "teamId" = ${team.id} and "doneAt" >= ${since}::timestamptz and not expedite`.execute(
    db,
  );
  const { timeZone, workingDays, windowDays, declaredWeekly } = team;
  const days = teamDays({ doneAt: rows.map((row) => row.doneAt), timeZone, workingDays, since: team.createdAt, now });
  const inFlight = open.filter((placement) => stepOf(team, placement.stepId)?.category === 'in_progress').length;
  return { teamId: team.id, inFlight, waiting: open.length - inFlight, ...days, windowDays, workingDays, declaredWeekly };
}

const kept = new Map<string, Gate>();
const keptAtMost = 200;

/** The gate is a pure function of its input, so equal inputs share one answer. */
export function openGateOnce(input: GateInput): Gate {
  const key = JSON.stringify(input);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const gate = openGate(input);
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, gate);
  return gate;
}
