import { z } from 'zod';
import { idOf } from '../ids.ts';
import { command, query } from '../operation.ts';
import { itemId, longText } from '../schema-parts.ts';
import { benefitKinds, storyClasses } from './check-finding.ts';
import { Dismissal } from './dismissal.ts';
import { Term } from './term.ts';

const Finding = z.object({
  rule: z.string().describe('The name of the rule, such as `widget`'),
  name: z.string().describe('The rule in two or three words'),
  family: z.enum(['solution', 'form', 'benefit', 'hint']),
  field: z.enum(['persona', 'need', 'benefit', 'problem', 'criterion']),
  criterionId: z.string().nullable().describe('Of the criterion it is in; `AC-2` for the second of a checked text'),
  span: z
    .object({ start: z.int(), end: z.int() })
    .describe('In UTF-16 units of the field, or of the whole text where one was sent; an empty span stands for the field'),
  words: z.string().describe('The words in the span'),
  weight: z.number(),
  why: z.string(),
  question: z.string().describe('What to ask instead'),
  note: z.string().nullable().describe('Why it weighs less in this workspace'),
  repair: z.enum(['to-criteria', 'second-way']).nullable(),
  dismissed: z.boolean(),
});

export const checkStory = query({
  name: 'story.check',
  summary:
    'Marks in a story what prescribes a solution, cannot be reviewed as one need, or says no benefit. Advice: nothing depends on it.',
  requires: 'read',
  input: z
    .object({
      itemId: itemId.optional().describe('A story; fields given beside it are checked in place of its own'),
      text: longText(20_000).optional().describe('A whole story in one text, by any common template, criteria as list lines'),
      persona: longText(400).optional(),
      need: longText(4000).optional(),
      benefit: longText(4000).optional(),
      problem: longText(100_000).optional(),
      criteria: z.array(longText(1000)).max(200).optional(),
    })
    .refine((input) => Object.values(input).some((value) => value !== undefined), 'names no story: give itemId, text or need')
    .refine(
      ({ text, ...others }) => text === undefined || Object.values(others).every((value) => value === undefined),
      'has a text and fields: give one of them',
    ),
  output: z.object({
    class: z.enum(storyClasses).describe('`malformed` cannot be reviewed as one story about somebody’s need'),
    benefit: z.enum(benefitKinds),
    solution: z.number().describe('Sum of what prescribes a solution, each rule once; from 2 on it is called one'),
    form: z.number().describe('Sum of what is malformed; from 3 on it is called so'),
    findings: z.array(Finding),
  }),
});

export const dismissFinding = command({
  name: 'check.dismiss',
  summary: 'Sets a finding of the problem check aside in one story, with a reason; the rule learns from it.',
  requires: 'shape',
  input: z.object({
    itemId: itemId.describe('The story'),
    rule: Dismissal.shape.rule,
    words: Dismissal.shape.words,
    reason: Dismissal.shape.reason,
  }),
  output: Dismissal,
});

export const restoreFinding = command({
  name: 'check.restore',
  summary: 'Takes a dismissal back: the finding counts again.',
  requires: 'shape',
  input: z.object({ dismissalId: idOf('dismissal') }),
  output: Dismissal,
});

export const addTerm = command({
  name: 'term.add',
  summary: 'Adds a word to the glossary: the problem check marks it less from then on.',
  requires: 'shape',
  input: z.object({ word: Term.shape.word }),
  output: Term,
});

export const removeTerm = command({
  name: 'term.remove',
  summary: 'Removes a word from the glossary.',
  requires: 'shape',
  input: z.object({ termId: idOf('term') }),
  output: Term,
});

export const listTerms = query({
  name: 'term.list',
  summary: 'The glossary: the words of the team’s own domain, by their letters.',
  requires: 'read',
  input: z.object({}),
  output: z.array(Term),
});
