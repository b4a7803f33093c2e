import { z } from 'zod';
import { over } from '../backlog/over-refinement.ts';
import { Placement } from '../backlog/placement.ts';
import { Evidence } from '../evidence/evidence.ts';
import { Label, labellingsOfPage } from '../label/label.ts';
import { command, query } from '../operation.ts';
import { Persona } from '../persona/persona.ts';
import { itemId, pageInput, pageOf, teamId } from '../schema-parts.ts';
import { Text } from '../text/text.ts';
import { Criterion } from './criterion.ts';
import { Finding } from './finding.ts';
import { Question } from './question.ts';
import { readinessPoints } from './ready-points.ts';
import { Story, StoryFields } from './story.ts';
import { Task } from './task.ts';

export const editStory = command({
  name: 'story.edit',
  summary: 'Changes fields of a story; fields that are not named stay as they are.',
  requires: 'shape',
  replaces: 'itemId',
  input: z.object({ itemId, ...StoryFields.shape }),
  output: Story,
});

export const readStory = command({
  name: 'story.read',
  summary: 'Says that one has read a story that another worded, or its design.',
  requires: 'shape',
  input: z.object({
    itemId,
    as: z.enum(['reader', 'design']).default('reader').describe('What was read: the words, or the design'),
  }),
  output: Story,
});

export const getStory = query({
  name: 'story.get',
  summary: 'A story with where it stands, its criteria, findings, problem text, evidence and readiness.',
  requires: 'read',
  input: z.object({ itemId }),
  output: z.object({
    story: Story,
    persona: Persona.nullable().describe('Who has the problem; of merged ones the one that stands'),
    placement: Placement,
    criteria: z.array(Criterion),
    questions: z.array(Question),
    findings: z.array(Finding).describe('What was seen while it was tried, the first first'),
    problem: Text.nullable(),
    problemSeq: z.int().describe('The `baseSeq` of an edit of the problem text; 0 before the first'),
    labels: z.array(Label),
    evidence: z.array(Evidence),
    readiness: z.object({ ready: z.boolean(), missing: z.array(z.enum(readinessPoints)) }),
  }),
});

export const splitStory = command({
  name: 'story.split',
  summary:
    'Splits a story: some of its criteria go on in a new one. Of committed work the new story passes the gate, or waits in refinement.',
  requires: 'shape',
  input: z.object({
    itemId: itemId.describe('The story that is split'),
    title: Story.shape.title.describe('Of the new story'),
    criterionIds: z
      .array(Criterion.shape.id)
      .max(200)
      .default([])
      .describe('Those that go along, each with what is below it; one at least stays'),
    persona: StoryFields.shape.persona.describe('By name; absent, as need and benefit: those of the story'),
    need: StoryFields.shape.need,
    benefit: StoryFields.shape.benefit,
    over,
  }),
  output: z.object({
    story: Story,
    placement: Placement,
    stays: z.string().nullable().describe('Why the new story is in refinement, as a sentence; null: it is committed'),
  }),
});

export const createTask = command({
  name: 'task.create',
  summary: 'Adds a task to a team’s refinement: work that nobody outside would notice.',
  requires: 'shape',
  input: z.object({ teamId, title: Task.shape.title, why: Task.shape.why.default(''), over }),
  output: Task,
});

export const editTask = command({
  name: 'task.edit',
  summary: 'Changes fields of a task; fields that are not named stay as they are.',
  requires: 'shape',
  replaces: 'itemId',
  input: z.object({ itemId, ...Task.pick({ title: true, why: true, size: true, ownerId: true }).partial().shape }),
  output: Task,
});

export const getTask = query({
  name: 'task.get',
  summary: 'A task with where it stands and its evidence.',
  requires: 'read',
  input: z.object({ itemId }),
  output: z.object({ task: Task, placement: Placement, labels: z.array(Label), evidence: z.array(Evidence) }),
});

export const listItems = query({
  name: 'item.list',
  summary: 'All work items with where they stand, newest first.',
  requires: 'read',
  input: z.object({ ...pageInput }),
  output: pageOf(z.object({ item: z.union([Story, Task]), placement: Placement })).extend({ labellings: labellingsOfPage }),
});
