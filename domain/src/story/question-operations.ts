import { z } from 'zod';
import { command } from '../operation.ts';
import { itemId, personId } from '../schema-parts.ts';
import { Question } from './question.ts';

const questionId = Question.shape.id;

export const askQuestion = command({
  name: 'question.ask',
  summary: 'Adds an open question to a story; it is not ready before it is answered.',
  requires: 'shape',
  input: z.object({
    itemId: itemId.describe('The story'),
    text: Question.shape.text,
    ownerId: personId.nullish().describe('Who finds it out; null or absent: nobody yet'),
  }),
  output: Question,
});

export const editQuestion = command({
  name: 'question.edit',
  summary: 'Changes the words of an open question, or who finds it out.',
  requires: 'shape',
  replaces: 'questionId',
  input: z.object({ questionId, text: Question.shape.text.optional(), ownerId: personId.nullable().optional() }),
  output: Question,
});

export const answerQuestion = command({
  name: 'question.answer',
  summary: 'Closes a question with its answer; null opens it again.',
  requires: 'shape',
  replaces: 'questionId',
  input: z.object({
    questionId,
    answer: Question.shape.answer
      .refine((text) => text === null || text.trim() !== '', 'must not be empty')
      .describe('Null opens it again'),
  }),
  output: Question,
});

export const removeQuestion = command({
  name: 'question.remove',
  summary: 'Takes a question away that need not be asked.',
  requires: 'shape',
  input: z.object({ questionId }),
  output: Question,
});
