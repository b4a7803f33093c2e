/** Collaborators of stories and tasks. */
import { setCollaborators } from '@shortlist/domain/story/collaborator-decide.ts';
import { lockMany } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { noMember } from '../workspace/refused-names.ts';
import { isStranger } from './story-handlers.ts';

export const collaboratorHandlers: Pick<Handlers, 'collaborator.set'> = {
  'collaborator.set': async (scope, input) => {
    for (const id of input.addIds) if (await isStranger(scope, id)) return noMember(id);
    const { trx, workspaceId } = scope;
    const stories = await lockMany(trx, 'story', workspaceId, input.itemIds);
    const tasks = await lockMany(trx, 'task', workspaceId, input.itemIds);
    return setCollaborators({ stories, tasks }, input);
  },
};
