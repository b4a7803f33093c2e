// Guesses of shaping stories and tasks.
import { editStory, editTask, readStory } from '@shortlist/domain/story/story-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessStoryEdit: MakeGuess<'story.edit'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  const state = { story, personas: read.all('persona') };
  // The references of the input are the server's own ids, brands apart.
  return changesOf(editStory(state, input as Parameters<typeof editStory>[1], context));
};

export const guessTaskEdit: MakeGuess<'task.edit'> = (read, input) => {
  const task = read.get('task', input.itemId);
  return task === undefined ? null : changesOf(editTask({ task }, input as Parameters<typeof editTask>[1]));
};

export const guessStoryRead: MakeGuess<'story.read'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  return story === undefined ? null : changesOf(readStory({ story }, { itemId: story.id, as: input.as ?? 'reader' }, context));
};
