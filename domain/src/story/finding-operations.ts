import { z } from 'zod';
import { command } from '../operation.ts';
import { itemId } from '../schema-parts.ts';
import { environmentKey } from './criterion.ts';
import { Finding } from './finding.ts';

const findingId = Finding.shape.id;

export const addFinding = command({
  name: 'finding.add',
  summary:
    'Notes what was seen while a story is tried, before customers have it; it holds the climb to beta until it is settled.',
  requires: 'shape',
  input: z.object({
    itemId: itemId.describe('The story'),
    kind: Finding.shape.kind.default('finding'),
    text: Finding.shape.text,
    environment: environmentKey,
    criterionId: Finding.shape.criterionId.optional().describe('Absent or null: about the story as a whole'),
  }),
  output: Finding,
});

export const editFinding = command({
  name: 'finding.edit',
  summary: 'Changes the words of a finding, or whether it is one or polish.',
  requires: 'shape',
  replaces: 'findingId',
  input: z.object({ findingId, text: Finding.shape.text.optional(), kind: Finding.shape.kind.optional() }),
  output: Finding,
});

export const settleFinding = command({
  name: 'finding.settle',
  summary: 'Says that a finding was dealt with, or opens it again.',
  requires: 'shape',
  input: z.object({ findingId, settled: z.boolean().default(true) }),
  output: Finding,
});

export const removeFinding = command({
  name: 'finding.remove',
  summary: 'Takes a finding away that was none.',
  requires: 'shape',
  input: z.object({ findingId }),
  output: Finding,
});
