// Guesses of capturing and wording ideas.
import { captureIdea, editIdea } from '@shortlist/domain/idea/idea-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessCapture: MakeGuess<'idea.capture'> = (_read, input, context) => {
  // Parsed on the server, where references are branded and lines are trimmed.
  const parsed = input as Parameters<typeof captureIdea>[1];
  const problem = parsed.problem.trim();
  const said = { ...parsed, problem, ...(parsed.context != null && { context: parsed.context.trim() }) };
  return problem === '' ? null : changesOf(captureIdea({ handle: '' }, said, context));
};

export const guessIdeaEdit: MakeGuess<'idea.edit'> = (read, input, context) => {
  const idea = read.get('idea', input.ideaId);
  if (idea === undefined) return null;
  return changesOf(editIdea({ idea }, { ...input, ideaId: idea.id }, context));
};
