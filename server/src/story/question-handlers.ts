/** Open questions of stories. */
import { answerQuestion, askQuestion, editQuestion, removeQuestion } from '@shortlist/domain/story/question-decide.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { lockOne, readWhere } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { refusedPeople } from '../workspace/given-people.ts';
import { noItem } from './story-handlers.ts';

type QuestionHandlers = Pick<Handlers, 'question.ask' | 'question.edit' | 'question.answer' | 'question.remove'>;

export const questionHandlers: QuestionHandlers = {
  'question.ask': async (scope, input) => {
    const no = await refusedPeople(scope, [input.ownerId], 'shape');
    if (no !== null) return no;
    const story = await lockOne(scope.trx, 'story', scope.workspaceId, input.itemId);
    if (story === undefined) return noItem(input.itemId);
    const questions = await readWhere(scope.trx, 'question', scope.workspaceId, { storyId: story.id }, 'askedAt');
    return askQuestion({ story, questions }, input, scope.context);
  },

  'question.edit': async (scope, input) => {
    const no = await refusedPeople(scope, [input.ownerId], 'shape');
    if (no !== null) return no;
    const question = await lockOne(scope.trx, 'question', scope.workspaceId, input.questionId);
    return question === undefined ? noQuestion() : editQuestion({ question }, input);
  },

  'question.answer': async ({ trx, workspaceId, context }, input) => {
    const question = await lockOne(trx, 'question', workspaceId, input.questionId);
    return question === undefined ? noQuestion() : answerQuestion({ question }, input, context);
  },

  'question.remove': async ({ trx, workspaceId }, input) => {
    const question = await lockOne(trx, 'question', workspaceId, input.questionId);
    return question === undefined ? noQuestion() : removeQuestion({ question });
  },
};

function noQuestion() {
  return refuse('not_found', 'There is no such question. It may have been taken away.');
}
