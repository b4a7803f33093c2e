// Guesses of teaching the problem check.
import { addTerm, dismissFinding, removeTerm, restoreFinding } from '@shortlist/domain/check/check-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessDismiss: MakeGuess<'check.dismiss'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  const parsed = input as Parameters<typeof dismissFinding>[1];
  return changesOf(dismissFinding({ story, dismissals: read.by('dismissal', 'storyId', story.id) }, parsed, context));
};

export const guessRestore: MakeGuess<'check.restore'> = (read, input) => {
  const dismissal = read.get('dismissal', input.dismissalId);
  return dismissal === undefined ? null : changesOf(restoreFinding({ dismissal }));
};

export const guessTermAdd: MakeGuess<'term.add'> = (read, input, context) =>
  changesOf(addTerm({ terms: read.all('term') }, { word: input.word.trim() }, context));

export const guessTermRemove: MakeGuess<'term.remove'> = (read, input) => {
  const term = read.get('term', input.termId);
  return term === undefined ? null : changesOf(removeTerm({ term }));
};
