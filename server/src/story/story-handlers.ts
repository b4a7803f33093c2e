/** Stories and tasks. */
import { createTask, editStory, editTask, readStory } from '@shortlist/domain/story/story-decide.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { criteriaInOrder } from '@shortlist/domain/story/criterion-tree.ts';
import { storyReadiness } from '@shortlist/domain/story/readiness.ts';
import { sql } from 'kysely';
import { itemsOf, lastRank } from '../backlog/backlog-queries.ts';
import { roomOf } from '../backlog/team-room.ts';
import { seqOfEntity } from '../changes/read-changes.ts';
import { drawHandle, fieldsOf, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { evidenceOf } from '../idea/idea-handlers.ts';
import { labellingsOn, labelsOn } from '../label/label-queries.ts';
import { pageOf, readCursor } from '../paging.ts';
import { personaOf, personasForNaming } from '../persona/persona-queries.ts';
import { refusedPeople } from '../workspace/given-people.ts';
import { noTeam } from '../workspace/refused-names.ts';

type StoryHandlers = Pick<
  Handlers,
  'story.edit' | 'story.read' | 'story.get' | 'task.create' | 'task.edit' | 'task.get' | 'item.list'
>;

export const storyHandlers: StoryHandlers = {
  'story.edit': async (scope, input) => {
    const no = await refusedPeople(scope, [input.ownerId], 'shape');
    if (no !== null) return no;
    const story = await lockOne(scope.trx, 'story', scope.workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    const personas = input.persona === undefined ? [] : await personasForNaming(scope);
    return editStory({ story, personas }, input, scope.context);
  },

  'story.read': async ({ trx, workspaceId, context }, input) => {
    const story = await lockOne(trx, 'story', workspaceId, input.itemId);
    return story === undefined ? noItem(input.itemId) : readStory({ story }, input, context);
  },

  'story.get': async ({ db, workspaceId }, input) => {
    const story = await readOne(db, 'story', workspaceId, input.itemId);
    const placement = await readOne(db, 'placement', workspaceId, input.itemId);
    const team = placement === undefined ? undefined : await readOne(db, 'team', workspaceId, placement.teamId);
    if (story === undefined || placement === undefined || team === undefined) return noItem(input.itemId);
    const criteria = await readWhere(db, 'criterion', workspaceId, { storyId: story.id }, 'rank');
    const textId = `${story.id}.problem`;
    const questions = await readWhere(db, 'question', workspaceId, { storyId: story.id }, 'askedAt');
    const { ready, missing } = storyReadiness(story, { criteria, questions, team });
    return {
      story,
      persona: await personaOf(db, workspaceId, story.personaId),
      placement,
      criteria: criteriaInOrder(criteria).map(({ criterion }) => criterion),
      questions: [...questions],
      findings: [...(await readWhere(db, 'finding', workspaceId, { storyId: story.id }, 'foundAt'))],
      problemSeq: await seqOfEntity(db, workspaceId, 'text', textId),
      problem: (await readOne(db, 'text', workspaceId, textId)) ?? null,
      evidence: [...(await evidenceOf(db, workspaceId, story.id)), ...(await evidenceOf(db, workspaceId, story.ideaId ?? ''))],
      labels: await labelsOn(db, workspaceId, story.id),
      readiness: { ready, missing: [...missing] },
    };
  },

  'task.create': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const team = await lockOne(trx, 'team', workspaceId, input.teamId);
    if (team === undefined) return noTeam(input.teamId);
    const rank = await lastRank(trx, workspaceId, team.id);
    const room = await roomOf(scope, team);
    return createTask({ team, handle: await drawHandle(trx, workspaceId, 'TASK'), lastRank: rank, room }, input, context);
  },

  'task.edit': async (scope, input) => {
    const no = await refusedPeople(scope, [input.ownerId], 'shape');
    if (no !== null) return no;
    const task = await lockOne(scope.trx, 'task', scope.workspaceId, input.itemId);
    return task === undefined ? noItem(input.itemId) : editTask({ task }, input);
  },

  'task.get': async ({ db, workspaceId }, input) => {
    const task = await readOne(db, 'task', workspaceId, input.itemId);
    const placement = await readOne(db, 'placement', workspaceId, input.itemId);
    if (task === undefined || placement === undefined) return noItem(input.itemId);
    const evidence = [...(await evidenceOf(db, workspaceId, task.id)), ...(await evidenceOf(db, workspaceId, task.ideaId ?? ''))];
    return { task, placement, labels: await labelsOn(db, workspaceId, task.id), evidence };
  },

  'item.list': async ({ db, workspaceId }, input) => {
    const [id] = readCursor(input.after, ['text']) ?? [null];
    const { rows } = await sql<Placement>`
      select ${fieldsOf('placement')} from placement
      where workspace_id = ${workspaceId} and (${id}::text is null or id < ${id})
      order by id desc limit ${input.limit + 1}`.execute(db);
    const page = pageOf(rows, input.limit, (last) => [last.id]);
    const labellings = await labellingsOn(db, workspaceId, page.items);
    return { items: await itemsOf(db, workspaceId, page.items), next: page.next, labellings };
  },
};

export function noItem(id: string) {
  return refuse('not_found', `There is no such work item as ${id}, or it is of the other kind. Check its handle.`);
}
