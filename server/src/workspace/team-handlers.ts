/** Making, changing and listing teams. */
import { createTeam, editTeam } from '@shortlist/domain/workspace/team-decide.ts';
import { sql } from 'kysely';
import { fieldsOf, lockOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { isTimeZone } from './time-zone.ts';
import { noTeam } from './refused-names.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';

export const teamHandlers: Pick<Handlers, 'team.create' | 'team.edit' | 'team.list'> = {
  'team.create': async (scope, input) => {
    const state = {
      teams: await readWhere(scope.trx, 'team', scope.workspaceId, {}, 'key'),
      ...(await surroundings(scope, input.timeZone)),
    };
    return createTeam(state, input, scope.context);
  },

  'team.edit': async (scope, input) => {
    const team = await lockOne(scope.trx, 'team', scope.workspaceId, input.teamId);
    if (team === undefined) return noTeam(input.teamId);
    const placements = input.steps === undefined ? [] : await placedInSteps(scope, team.id);
    const state = { team, placements, ...(await surroundings(scope, input.timeZone ?? team.timeZone)) };
    return editTeam(state, input, scope.context);
  },

  'team.list': async ({ db, workspaceId }) => ({ items: [...(await readWhere(db, 'team', workspaceId, {}, 'key'))], next: null }),
};

async function surroundings({ trx, workspaceId }: CommandScope, timeZone: string) {
  return { members: await readWhere(trx, 'member', workspaceId, {}, 'joinedAt'), zoneExists: isTimeZone(timeZone) };
}

async function placedInSteps({ trx, workspaceId }: CommandScope, teamId: string): Promise<readonly Placement[]> {
  const { rows } = await sql<Placement>`
    select ${fieldsOf('placement')} from placement
    where workspace_id = ${workspaceId} and "teamId" = ${teamId} and "stepId" is not null order by id for update`.execute(trx);
  return rows;
}
