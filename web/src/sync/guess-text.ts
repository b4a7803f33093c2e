// Guesses of editing long texts.
import { editText } from '@shortlist/domain/text/text-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

/** Shows the text as it was typed; what others wrote meanwhile is merged in by the server and comes with the feed. */
export const guessTextEdit: MakeGuess<'text.edit'> = (read, input, context) => {
  const current = read.get('text', `${input.subjectId}.${input.field}`) ?? null;
  return changesOf(editText({ current, base: current?.text ?? '' }, input, context));
};
