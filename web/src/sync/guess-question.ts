// Guesses of open questions.
import { answerQuestion, askQuestion, editQuestion, removeQuestion } from '@shortlist/domain/story/question-decide.ts';
import type { MakeGuess } from './command-guess.ts';
import { changesOf } from './guess-of.ts';

export const guessQuestionAsk: MakeGuess<'question.ask'> = (read, input, context) => {
  const story = read.get('story', input.itemId);
  if (story === undefined) return null;
  // The references of the input are the server's own ids, brands apart.
  const parsed = input as Parameters<typeof askQuestion>[1];
  return changesOf(askQuestion({ story, questions: read.by('question', 'storyId', story.id) }, parsed, context));
};

export const guessQuestionEdit: MakeGuess<'question.edit'> = (read, input) => {
  const question = read.get('question', input.questionId);
  // As above.
  return question === undefined ? null : changesOf(editQuestion({ question }, input as Parameters<typeof editQuestion>[1]));
};

export const guessQuestionAnswer: MakeGuess<'question.answer'> = (read, input, context) => {
  const question = read.get('question', input.questionId);
  if (question === undefined) return null;
  return changesOf(answerQuestion({ question }, { questionId: question.id, answer: input.answer }, context));
};

export const guessQuestionRemove: MakeGuess<'question.remove'> = (read, input) => {
  const question = read.get('question', input.questionId);
  return question === undefined ? null : changesOf(removeQuestion({ question }));
};
