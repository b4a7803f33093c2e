/** Stories that go without a flag, by hand and by deployments. */
import { goWithoutFlag, moveWithoutFlag, reportDeployed, type NoFlagState } from '@shortlist/domain/ladder/no-flag-decide.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import type { Transaction } from 'kysely';
import { lockMany, lockOne } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { environmentsOf } from '../environment/environment-handlers.ts';
import { flagOfStory, releaseState } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';
import { noItem } from '../story/story-handlers.ts';

export const noFlagHandlers: Pick<Handlers, 'ladder.goWithout' | 'ladder.moveWithout' | 'ladder.deployed'> = {
  'ladder.goWithout': async ({ trx, workspaceId, context }, input) => {
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    return goWithoutFlag(await stateOf(trx, workspaceId, story), input, context);
  },

  'ladder.moveWithout': async ({ trx, workspaceId, context }, input) => {
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    return moveWithoutFlag(await stateOf(trx, workspaceId, story), input, context);
  },

  'ladder.deployed': async ({ trx, workspaceId, context }, input) => {
    const environments = await environmentsOf(trx, workspaceId);
    const stories = [];
    for (const story of await lockMany(trx, 'story', workspaceId, [...new Set<string>(input.itemIds)])) {
      stories.push(await stateOf(trx, workspaceId, story));
    }
    const environment = environments.find(({ key }) => key === input.environment) ?? null;
    return reportDeployed({ environment, stories }, input, context);
  },
};

async function stateOf(trx: Transaction<Tables>, workspaceId: string, story: Story): Promise<NoFlagState> {
  const { environments, teams } = await releaseState(trx, workspaceId, [story.id]);
  return { story, environments, teams, flagOfStory: (await flagOfStory(trx, workspaceId, story.id)) ?? null };
}
