// The guess of who works on items.
import { setCollaborators } from '@shortlist/domain/story/collaborator-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessCollaborators: MakeGuess<'collaborator.set'> = (read, { itemIds, addIds = [], removeIds = [] }) => {
  const state = {
    stories: itemIds.flatMap((id) => read.get('story', id) ?? []),
    tasks: itemIds.flatMap((id) => read.get('task', id) ?? []),
  };
  // The references of the input are the server's own ids, brands apart.
  return changesOf(setCollaborators(state, { itemIds, addIds, removeIds } as Parameters<typeof setCollaborators>[1]));
};
