/** What is found while stories are tried. */
import { addFinding, editFinding, removeFinding, settleFinding } from '@shortlist/domain/story/finding-decide.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { lockOne, readWhere } from '../db/load-entity.ts';
import { environmentsOf, noEnvironment } from '../environment/environment-handlers.ts';
import { flagOfStory } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';
import { noItem } from './story-handlers.ts';

type FindingHandlers = Pick<Handlers, 'finding.add' | 'finding.edit' | 'finding.settle' | 'finding.remove'>;

export const findingHandlers: FindingHandlers = {
  'finding.add': async ({ trx, workspaceId, context }, input) => {
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    const environments = await environmentsOf(trx, workspaceId);
    if (!environments.some(({ key }) => key === input.environment)) return noEnvironment(input.environment);
    const state = {
      story,
      criteria: await readWhere(trx, 'criterion', workspaceId, { storyId: story.id }, 'number'),
      findings: await readWhere(trx, 'finding', workspaceId, { storyId: story.id }, 'foundAt'),
      flag: (await flagOfStory(trx, workspaceId, story.id)) ?? null,
    };
    return addFinding(state, input, context);
  },

  'finding.edit': async ({ trx, workspaceId }, input) => {
    const finding = await lockOne(trx, 'finding', workspaceId, input.findingId);
    return finding === undefined ? noFinding() : editFinding({ finding }, input);
  },

  'finding.settle': async ({ trx, workspaceId, context }, input) => {
    const finding = await lockOne(trx, 'finding', workspaceId, input.findingId);
    return finding === undefined ? noFinding() : settleFinding({ finding }, input, context);
  },

  'finding.remove': async ({ trx, workspaceId }, input) => {
    const finding = await lockOne(trx, 'finding', workspaceId, input.findingId);
    return finding === undefined ? noFinding() : removeFinding({ finding });
  },
};

function noFinding() {
  return refuse('not_found', 'There is no such finding. It may have been taken away.');
}
