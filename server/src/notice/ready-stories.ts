/** Which of the stories that were shaped are ready now, and were not when they were last looked at. */
import type { TellState } from '@shortlist/domain/notice/notice-decide.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { storyReadiness } from '@shortlist/domain/story/readiness.ts';
import { lockMany, readOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';

export interface ReadyStories {
  readonly changed: TellState['ready'];
  /** The change after which each was ready for the first time, by the story's id. */
  readonly becameReady: ReadonlyMap<string, number>;
}

/** `shaped`: the number of the last change of each story. */
export async function readReadyStories(scope: CommandScope, shaped: ReadonlyMap<string, number>): Promise<ReadyStories> {
  const { trx, workspaceId } = scope;
  const told = new Set((await lockMany(trx, 'toldReady', workspaceId, [...shaped.keys()])).map(({ id }) => String(id)));
  const changed: { storyId: Id<'item'>; isReady: boolean }[] = [];
  const becameReady = new Map<string, number>();
  for (const [id, seq] of shaped) {
    const story = await readOne(trx, 'story', workspaceId, id);
    const isReady = story === undefined ? null : await isReadyInRefinement(scope, story);
    if (story === undefined || isReady === null || isReady === told.has(id)) continue;
    changed.push({ storyId: story.id, isReady });
    if (isReady) becameReady.set(id, seq);
  }
  return { changed, becameReady };
}

/** Null once it left refinement: nobody needs to be told any more. */
async function isReadyInRefinement(
  { trx, workspaceId }: CommandScope,
  story: Parameters<typeof storyReadiness>[0],
): Promise<boolean | null> {
  const placement = await readOne(trx, 'placement', workspaceId, story.id);
  if (placement === undefined || placement.stepId !== null) return null;
  const team = await readOne(trx, 'team', workspaceId, placement.teamId);
  if (team === undefined) return null;
  const criteria = await readWhere(trx, 'criterion', workspaceId, { storyId: story.id }, 'rank');
  const questions = await readWhere(trx, 'question', workspaceId, { storyId: story.id }, 'askedAt');
  return storyReadiness(story, { criteria, questions, team }).ready;
}
