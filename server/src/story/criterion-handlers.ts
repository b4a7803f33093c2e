/** Acceptance criteria. The story's row is locked first, so no two edits of its tree meet. */
import {
  addCriterion,
  editCriterion,
  moveCriterion,
  removeCriterion,
  verifyCriterion,
} from '@shortlist/domain/story/criterion-decide.ts';
import type { Criterion } from '@shortlist/domain/story/criterion.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { fieldsOf, lockOne, readOne } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { noItem } from './story-handlers.ts';

type CriterionHandlers = Pick<
  Handlers,
  'criterion.add' | 'criterion.edit' | 'criterion.move' | 'criterion.remove' | 'criterion.verify'
>;

export const criterionHandlers: CriterionHandlers = {
  'criterion.add': async (scope, input) => {
    const story = await lockOne(scope.trx, 'story', scope.workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    return addCriterion({ story, criteria: await criteriaOf(scope, story) }, input, scope.context);
  },

  'criterion.edit': async (scope, input) => {
    const criterion = await lockOne(scope.trx, 'criterion', scope.workspaceId, input.criterionId);
    return criterion === undefined ? noCriterion() : editCriterion({ criterion }, input, scope.context);
  },

  'criterion.move': async (scope, input) => {
    const tree = await lockTree(scope, input.criterionId);
    return 'refused' in tree ? tree : moveCriterion(tree, input);
  },

  'criterion.remove': async (scope, input) => {
    const tree = await lockTree(scope, input.criterionId);
    return 'refused' in tree ? tree : removeCriterion(tree);
  },

  'criterion.verify': async (scope, input) => {
    const tree = await lockTree(scope, input.criterionId);
    return 'refused' in tree ? tree : verifyCriterion(tree, input, scope.context);
  },
};

/** A criterion with all of its story's, every row locked. */
async function lockTree(
  scope: CommandScope,
  criterionId: string,
): Promise<{ readonly criterion: Criterion; readonly criteria: readonly Criterion[] } | Refusal> {
  const { trx, workspaceId } = scope;
  const seen = await readOne(trx, 'criterion', workspaceId, criterionId);
  const story = seen === undefined ? undefined : await lockOne(trx, 'story', workspaceId, seen.storyId);
  if (story === undefined) return noCriterion();
  const criteria = await criteriaOf(scope, story);
  const criterion = criteria.find(({ id }) => id === criterionId);
  return criterion === undefined ? noCriterion() : { criterion, criteria };
}

/** A story's criteria, every row locked. Lock the story first. */
export async function criteriaOf({ trx, workspaceId }: CommandScope, story: Story): Promise<readonly Criterion[]> {
  const { rows } = await sql<Criterion>`
    select ${fieldsOf('criterion')} from criterion
    where workspace_id = ${workspaceId} and "storyId" = ${story.id} order by id for update`.execute(trx);
  return rows;
}

function noCriterion() {
  return refuse('not_found', 'There is no such criterion. It may have been removed.');
}
