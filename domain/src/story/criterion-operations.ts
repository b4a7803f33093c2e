import { z } from 'zod';
import { idOf } from '../ids.ts';
import { command } from '../operation.ts';
import { itemId, oneLine } from '../schema-parts.ts';
import { Criterion, environmentKey } from './criterion.ts';
import { verdicts } from './environments.ts';

const criterionId = idOf('criterion');

export const addCriterion = command({
  name: 'criterion.add',
  summary: 'Adds an acceptance criterion to a story; it gets the next number.',
  requires: 'shape',
  input: z.object({
    itemId: itemId.describe('The story'),
    text: Criterion.shape.text,
    example: Criterion.shape.example.optional(),
    parentId: criterionId.nullish().describe('The criterion it is part of; null or absent: at the first level'),
    afterId: criterionId.nullish().describe('The criterion beside it that it follows; null: first; absent: last'),
  }),
  output: Criterion,
});

export const editCriterion = command({
  name: 'criterion.edit',
  summary: 'Changes the words of a criterion; its number and its verdicts stay.',
  requires: 'shape',
  replaces: 'criterionId',
  input: z.object({
    criterionId,
    text: Criterion.shape.text.optional(),
    example: Criterion.shape.example.optional().describe('Given, when and then; null makes it a rule'),
  }),
  output: Criterion,
});

export const moveCriterion = command({
  name: 'criterion.move',
  summary: 'Puts a criterion, with what is below it, elsewhere in the tree of its story.',
  requires: 'shape',
  input: z.object({
    criterionId,
    parentId: criterionId.nullish().describe('The criterion it becomes a part of; null: the first level; absent: as it is'),
    afterId: criterionId.nullable().describe('The criterion beside it that it follows; null: first'),
  }),
  output: Criterion,
});

export const removeCriterion = command({
  name: 'criterion.remove',
  summary: 'Removes a criterion with everything below it; their numbers are not used again.',
  requires: 'shape',
  input: z.object({ criterionId }),
  output: Criterion,
});

export const verifyCriterion = command({
  name: 'criterion.verify',
  summary: 'Says whether a criterion holds in an environment; of one with parts, whether all of them do.',
  requires: 'shape',
  input: z.object({
    criterionId,
    environment: environmentKey,
    verdict: z.enum(verdicts).nullable().describe('Null takes the verdict of that environment back'),
    note: oneLine(400).default('').describe('What was seen'),
  }),
  output: Criterion,
});
