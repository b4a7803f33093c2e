/** What a team's refinement holds, and may hold by the team's gate. */
import { refinementFull, type RefinementRoom } from '@shortlist/domain/backlog/refinement-room.ts';
import type { Moves } from '@shortlist/domain/change/change-decide.ts';
import type { Refusal } from '@shortlist/domain/refusal.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { sql } from 'kysely';
import { readOne } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';
import { openPlacements } from './backlog-queries.ts';
import { gateOf } from './team-gate.ts';

/** The team's row must be locked, so that nobody else takes the last place. */
export async function roomOf({ trx, workspaceId, context }: CommandScope, team: Team): Promise<RefinementRoom> {
  const open = await openPlacements(trx, workspaceId, team.id, 'read');
  const { window } = await gateOf(trx, workspaceId, team, open, context.now);
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from placement
    where workspace_id = ${workspaceId} and "teamId" = ${team.id} and "doneAt" is null and "droppedAt" is null
      and "stepId" is null`.execute(trx);
  return { held: rows[0]?.held ?? 0, window };
}

/** For taking commands back: null, or why what comes back does not fit into the refinement of one of these teams. */
export async function roomForReturning(
  scope: CommandScope,
  teamIds: readonly string[],
): Promise<(moves: Moves) => Refusal | null> {
  const rooms: RefinementRoom[] = [];
  for (const teamId of teamIds) {
    const team = await readOne(scope.trx, 'team', scope.workspaceId, teamId);
    if (team !== undefined) rooms.push(await roomOf(scope, team));
  }
  return ({ coming, leaving }) => {
    for (const [index, room] of rooms.entries()) {
      const isOfTeam = (one: { readonly teamId: string }) => one.teamId === teamIds[index];
      const refused = refinementFull(room, coming.filter(isOfTeam).length - leaving.filter(isOfTeam).length);
      if (refused !== null) return { ...refused, code: 'refinement_full' };
    }
    return null;
  };
}
