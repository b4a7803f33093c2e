/** Open questions of a story: asked, given to somebody, answered. */
import { memberOf, put, remove, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { refuse } from '../refusal.ts';
import type { Question } from './question.ts';
import type { Story } from './story.ts';

/** More of them are a story that is not understood yet. */
export const mostQuestions = 50;

export function askQuestion(
  state: { readonly story: Story; readonly questions: readonly Question[] },
  input: ParsedInputOf<'question.ask'>,
  context: DecisionContext,
): Decision<Question> {
  if (state.questions.length >= mostQuestions) {
    return refuse('conflict', `A story has at most ${mostQuestions} questions. Answer some, or split the story.`);
  }
  const question: Question = {
    id: context.newId('question'),
    storyId: state.story.id,
    text: input.text,
    ownerId: input.ownerId ?? null,
    askedBy: memberOf(context.actor),
    askedAt: context.now,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  };
  return { changes: [put('question.asked', 'question', question)], value: question };
}

export function editQuestion(state: { readonly question: Question }, input: ParsedInputOf<'question.edit'>): Decision<Question> {
  if (state.question.answeredAt !== null && input.text !== undefined) {
    return refuse('conflict', 'It is answered, so its words stay as they were answered. Open it again first.');
  }
  const question: Question = {
    ...state.question,
    ...(input.text !== undefined && { text: input.text }),
    ...(input.ownerId !== undefined && { ownerId: input.ownerId }),
  };
  return { changes: [put('question.edited', 'question', question)], value: question };
}

export function answerQuestion(
  state: { readonly question: Question },
  input: ParsedInputOf<'question.answer'>,
  context: DecisionContext,
): Decision<Question> {
  const { answer } = input;
  const question: Question = {
    ...state.question,
    answer,
    answeredBy: answer === null ? null : memberOf(context.actor),
    answeredAt: answer === null ? null : context.now,
  };
  return { changes: [put(answer === null ? 'question.reopened' : 'question.answered', 'question', question)], value: question };
}

export function removeQuestion({ question }: { readonly question: Question }): Decision<Question> {
  return { changes: [remove('question.removed', 'question', question.id, question.storyId)], value: question };
}
