import { z } from 'zod';
import { command, query } from '../operation.ts';
import { Label, labelId } from './label.ts';

export const createLabel = command({
  name: 'label.create',
  summary: 'Makes a label. Giving a new word with `label.set` does it too.',
  requires: 'shape',
  input: z.object({ name: Label.shape.name, colour: Label.shape.colour.optional().describe('Absent: the next one in turn') }),
  output: Label,
});

export const editLabel = command({
  name: 'label.edit',
  summary: 'Renames or recolours a label, at once on everything that has it.',
  requires: 'shape',
  replaces: 'labelId',
  input: z.object({ labelId, name: Label.shape.name.optional(), colour: Label.shape.colour.optional() }),
  output: Label,
});

export const mergeLabel = command({
  name: 'label.merge',
  summary: 'Lets one label stand in the place of another, wherever that was given; its word finds the one that is left.',
  requires: 'shape',
  input: z.object({ labelId: labelId.describe('The one that goes'), intoId: labelId.describe('The one that stays') }),
  output: Label,
});

export const removeLabel = command({
  name: 'label.remove',
  summary: 'Removes a label from everything that has it.',
  requires: 'shape',
  input: z.object({ labelId }),
  output: Label,
});

export const setLabels = command({
  name: 'label.set',
  summary: 'Gives labels to ideas and work items, and takes labels from them; the others stay.',
  requires: 'shape',
  input: z.object({
    subjectIds: z.array(z.string().max(60)).min(1).max(500).describe('Ideas and work items, by id or handle'),
    addIds: z.array(labelId).max(20).default([]),
    addWords: z.array(Label.shape.name).max(20).default([]).describe('Labels by their word; one that does not exist is made'),
    removeIds: z.array(labelId).max(1000).default([]),
  }),
  output: z.object({
    created: z.array(Label).describe('The words that were new'),
    changed: z.array(z.string()).describe('Ids of the things whose labels are others now'),
  }),
});

export const listLabels = query({
  name: 'label.list',
  summary: 'All labels by their word, with how often each is used.',
  requires: 'read',
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ label: Label, used: z.int().describe('Ideas and work items that have it, finished ones too') })),
    next: z.null(),
  }),
});
