import { z } from 'zod';
import { Attachment } from '../attachment/attachment.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Label, labellingsOfPage } from '../label/label.ts';
import { command, query } from '../operation.ts';
import { filledLine, pageInput, pageOf, personId } from '../schema-parts.ts';
import { Idea } from './idea.ts';

export const captureIdea = command({
  name: 'idea.capture',
  summary: 'Puts an idea in the parking lot. Only the problem line is required.',
  requires: 'capture',
  input: z.object({
    problem: Idea.shape.problem,
    context: Idea.shape.context.optional(),
    forWhom: z
      .union([z.object({ personId }), z.object({ name: filledLine(120) })])
      .optional()
      .describe('Someone else who has the problem and then gets the answer: a known person, or a name'),
  }),
  output: Idea,
});

export const editIdea = command({
  name: 'idea.edit',
  summary: 'Changes the words of an undecided idea. Suggesters change their own.',
  requires: 'capture',
  replaces: 'ideaId',
  input: z.object({
    ideaId: Idea.shape.id,
    problem: Idea.shape.problem.optional(),
    context: Idea.shape.context.optional(),
  }),
  output: Idea,
});

export const listIdeas = query({
  name: 'idea.list',
  summary: 'Ideas, newest first. Suggesters see their own.',
  requires: 'capture',
  input: z.object({
    state: z.enum(['undecided', 'decided', 'all']).default('undecided'),
    ...pageInput,
  }),
  output: pageOf(Idea).extend({ labellings: labellingsOfPage }),
});

export const getIdea = query({
  name: 'idea.get',
  summary: 'One idea with its evidence and files. Suggesters see their own.',
  requires: 'capture',
  input: z.object({ ideaId: Idea.shape.id }),
  output: z.object({ idea: Idea, labels: z.array(Label), evidence: z.array(Evidence), attachments: z.array(Attachment) }),
});

export const addEvidence = command({
  name: 'evidence.add',
  summary: 'Attaches a customer’s words or a link to an idea or a work item.',
  requires: 'shape',
  input: z
    .object({
      subjectId: z.string().max(60).describe('The idea or work item'),
      text: Evidence.shape.text.default(''),
      url: Evidence.shape.url.default(null),
      author: Evidence.shape.author.default(null),
    })
    .refine((input) => input.text.trim() !== '' || input.url !== null, {
      path: ['text'],
      message: 'needs words or a link',
    }),
  output: Evidence,
});

export const removeEvidence = command({
  name: 'evidence.remove',
  summary: 'Takes a piece of evidence away again.',
  requires: 'shape',
  input: z.object({ evidenceId: Evidence.shape.id }),
  output: Evidence,
});

export const listEvidence = query({
  name: 'evidence.list',
  summary: 'What speaks for an idea or a work item, oldest first.',
  requires: 'read',
  input: z.object({ subjectId: z.string().max(60), ...pageInput }),
  output: pageOf(Evidence),
});

export const listEvidenced = query({
  name: 'evidence.subjects',
  summary: 'Ids of the ideas and work items that somebody’s words are with.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(z.string()).describe('At most 50,000, those spoken for last') }),
});
