/** Splitting stories: the team is locked first, as for a commit, since committed work asks the gate. */
import { isCounted } from '@shortlist/domain/backlog/counted.ts';
import { splitStory } from '@shortlist/domain/story/split-decide.ts';
import { sql } from 'kysely';
import { openPlacements } from '../backlog/backlog-queries.ts';
import { gateOf } from '../backlog/team-gate.ts';
import { roomOf } from '../backlog/team-room.ts';
import { drawHandle, lockOne, readOne } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { personasForNaming } from '../persona/persona-queries.ts';
import { criteriaOf } from './criterion-handlers.ts';
import { noItem } from './story-handlers.ts';

export const splitHandlers: Pick<Handlers, 'story.split'> = {
  'story.split': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const seen = await readOne(trx, 'placement', workspaceId, input.itemId);
    const team = seen === undefined ? undefined : await lockOne(trx, 'team', workspaceId, seen.teamId);
    if (team === undefined) return noItem(input.itemId);
    const open = await openPlacements(trx, workspaceId, team.id, 'lock');
    const placement = await lockOne(trx, 'placement', workspaceId, input.itemId);
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    // It may have gone to another team meanwhile.
    if (placement?.teamId !== team.id || story === undefined) return noItem(input.itemId);
    const state = {
      story,
      placement,
      team,
      criteria: await criteriaOf(scope, story),
      nextRank: await rankAfter(scope, team.id, placement.rank),
      gate: isCounted(placement) ? await gateOf(trx, workspaceId, team, open, context.now) : null,
      personas: input.persona === undefined ? [] : await personasForNaming(scope),
      room: await roomOf(scope, team),
      handle: await drawHandle(trx, workspaceId, 'STORY'),
    };
    return splitStory(state, input, context);
  },
};

/** The lowest rank above `rank` among the team's items, or null where it is the last. */
async function rankAfter({ trx, workspaceId }: CommandScope, teamId: string, rank: string): Promise<string | null> {
  const { rows } = await sql<{ rank: string | null }>`
    select min(rank) as rank from placement
    where workspace_id = ${workspaceId} and "teamId" = ${teamId} and rank > ${rank}
      and "doneAt" is null and "droppedAt" is null`.execute(trx);
  return rows[0]?.rank ?? null;
}
