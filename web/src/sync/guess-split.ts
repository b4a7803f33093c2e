// The guess of a split. Whether committed work finds room is the server's to say, so only refinement is guessed.
import { isCounted } from '@shortlist/domain/backlog/counted.ts';
import { splitStory } from '@shortlist/domain/story/split-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { openRoom } from './guess-backlog.ts';
import { changesOf } from './guess-of.ts';

export const guessSplit: MakeGuess<'story.split'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  const placement = read.get('placement', input.itemId);
  const team = read.get('team', placement?.teamId);
  if (story === undefined || placement === undefined || team === undefined || isCounted(placement)) return null;
  const ranks = read
    .by('placement', 'teamId', team.id)
    .flatMap(({ rank, doneAt, droppedAt }) => (doneAt === null && droppedAt === null && rank > placement.rank ? [rank] : []));
  const state = {
    story,
    placement,
    team,
    criteria: read.by('criterion', 'storyId', story.id),
    nextRank: ranks.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? null,
    gate: null,
    room: openRoom,
    personas: read.all('persona'),
    handle: '',
  };
  // The references of the input are the server's own ids, brands apart.
  const parsed = { ...input, title: input.title.trim(), criterionIds: input.criterionIds ?? [] };
  return changesOf(splitStory(state, parsed as Parameters<typeof splitStory>[1], context));
};
