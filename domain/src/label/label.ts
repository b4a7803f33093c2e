import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant } from '../schema-parts.ts';
import { labelColours, labelLength, labelsOnOneMost } from './label-colours.ts';

export const labelId = idOf('label');

export const Label = z
  .object({
    id: labelId,
    name: filledLine(labelLength).describe('A free word or a short phrase; no two labels have the same one, capitals apart'),
    colour: z.enum(labelColours).describe('A token of the app; the word is always shown beside it'),
    mergedIntoId: labelId.nullable().describe('The label that stands in its place wherever it was given; null: it is one itself'),
    createdAt: instant,
  })
  .describe('A free word with a colour, on ideas and work items');
export type Label = z.infer<typeof Label>;

export const Labelling = z
  .object({
    id: z.string().max(80).describe('The subject’s id and `.labels`'),
    subjectId: z.string().max(60).describe('The idea or work item'),
    labelIds: z
      .array(labelId)
      .max(labelsOnOneMost)
      .describe('In the order they were given; a merged one stands for what it was merged into, a removed one for nothing'),
  })
  .describe('The labels of one idea or work item; none, or an empty one, where it has no label');
export type Labelling = z.infer<typeof Labelling>;

/** The labels of what is on a page of a list; what has none is not in it. */
export const labellingsOfPage = z.array(Labelling).describe('The labels of what is on this page');
