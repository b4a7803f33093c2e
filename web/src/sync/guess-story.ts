// Guesses of shaping stories and tasks.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import {
  addCriterion,
  editCriterion,
  editStory,
  editTask,
  moveCriterion,
  removeCriterion,
} from '@shortlist/domain/story/story-decide.ts';
import type { MakeGuess } from './command-queue.ts';
import { changesOf } from './guess-of.ts';
import type { StoreReader } from './store.ts';

export const guessStoryEdit: MakeGuess<'story.edit'> = (read, input) => {
  const story = read.get('story', input.itemId);
  // The references of the input are the server's own ids, brands apart.
  return story === undefined ? null : changesOf(editStory({ story }, input as Parameters<typeof editStory>[1]));
};

export const guessTaskEdit: MakeGuess<'task.edit'> = (read, input) => {
  const task = read.get('task', input.itemId);
  return task === undefined ? null : changesOf(editTask({ task }, input as Parameters<typeof editTask>[1]));
};

export const guessCriterionAdd: MakeGuess<'criterion.add'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  const parsed = input as Parameters<typeof addCriterion>[1];
  return changesOf(addCriterion({ story, criteria: criteriaOf(read, story.id) }, parsed, context));
};

export const guessCriterionEdit: MakeGuess<'criterion.edit'> = (read, input) => {
  const criterion = read.get('criterion', input.criterionId);
  if (criterion === undefined) return null;
  return changesOf(editCriterion({ criterion }, { criterionId: criterion.id, text: input.text.trim() }));
};

export const guessCriterionMove: MakeGuess<'criterion.move'> = (read, input) => {
  const criterion = read.get('criterion', input.criterionId);
  const story = read.get('story', criterion?.storyId);
  if (criterion === undefined || story === undefined) return null;
  const parsed = input as Parameters<typeof moveCriterion>[1];
  return changesOf(moveCriterion({ story, criterion, criteria: criteriaOf(read, story.id) }, parsed));
};

export const guessCriterionRemove: MakeGuess<'criterion.remove'> = (read, input) => {
  const criterion = read.get('criterion', input.criterionId);
  return criterion === undefined ? null : changesOf(removeCriterion({ criterion }));
};

function criteriaOf(read: StoreReader, storyId: EntityOf<'story'>['id']): readonly EntityOf<'criterion'>[] {
  return read.by('criterion', 'storyId', storyId).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
}
