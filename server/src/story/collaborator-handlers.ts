/** Collaborators of stories and tasks. */
import { setCollaborators } from '@shortlist/domain/story/collaborator-decide.ts';
import { lockMany } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { refusedPeople } from '../workspace/given-people.ts';

export const collaboratorHandlers: Pick<Handlers, 'collaborator.set'> = {
  'collaborator.set': async (scope, input) => {
    const no = await refusedPeople(scope, input.addIds, 'shape');
    if (no !== null) return no;
    const { trx, workspaceId } = scope;
    const stories = await lockMany(trx, 'story', workspaceId, input.itemIds);
    const tasks = await lockMany(trx, 'task', workspaceId, input.itemIds);
    return setCollaborators({ stories, tasks }, input);
  },
};
