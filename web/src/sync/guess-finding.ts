// Guesses of what is found while a story is tried.
import { addFinding, editFinding, removeFinding, settleFinding } from '@shortlist/domain/story/finding-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessFindingAdd: MakeGuess<'finding.add'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  const state = {
    story,
    criteria: read.by('criterion', 'storyId', story.id),
    findings: read.by('finding', 'storyId', story.id),
    flag: read.all('flag').find(({ storyIds }) => storyIds.includes(story.id)) ?? null,
  };
  // The references of the input are the server's own ids, brands apart.
  const parsed = { kind: 'finding', ...input } as Parameters<typeof addFinding>[1];
  return changesOf(addFinding(state, parsed, context));
};

export const guessFindingEdit: MakeGuess<'finding.edit'> = (read, input) => {
  const finding = read.get('finding', input.findingId);
  // As above.
  return finding === undefined ? null : changesOf(editFinding({ finding }, input as Parameters<typeof editFinding>[1]));
};

export const guessFindingSettle: MakeGuess<'finding.settle'> = (read, { findingId, settled = true }, context) => {
  const finding = read.get('finding', findingId);
  return finding === undefined ? null : changesOf(settleFinding({ finding }, { settled }, context));
};

export const guessFindingRemove: MakeGuess<'finding.remove'> = (read, input) => {
  const finding = read.get('finding', input.findingId);
  return finding === undefined ? null : changesOf(removeFinding({ finding }));
};
