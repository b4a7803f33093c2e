import { z } from 'zod';
import { Flag, Ladder, rungNames } from '../flag/flag.ts';
import { command } from '../operation.ts';
import { filledLine, oneLine } from '../schema-parts.ts';

const flagKey = Flag.shape.key.describe('Key of the flag');
const reason = oneLine(400).default('').describe('Why; it stays with the move');

export const climbLadder = command({
  name: 'ladder.climb',
  summary: 'Lets more people see what a flag switches on: up to a rung, or to a greater share on `gradual`.',
  requires: 'release',
  replaces: 'flagKey',
  input: z.object({
    flagKey,
    rung: rungNames,
    customers: Ladder.shape.customers.optional().describe('For `beta`: which customers'),
    segment: Ladder.shape.segment.optional().describe('For `beta`: which segment'),
    percent: Ladder.shape.percent.optional().describe('For `gradual`: how many'),
    unit: Ladder.shape.unit.optional().describe('For `gradual`: of what; customers unless said'),
    steps: Ladder.shape.steps.optional().describe('For `gradual`: greater shares to come, in order of time'),
    reason,
    override: z
      .object({ reason: filledLine(400) })
      .optional()
      .describe('Climbs although a guard does not hold'),
  }),
  output: Flag,
});

export const stepDownLadder = command({
  name: 'ladder.stepDown',
  summary: 'Lets fewer people see it: down to a rung, or to a smaller share. At once, never guarded, free to every member.',
  requires: 'release',
  input: z.object({ flagKey, rung: rungNames, percent: Ladder.shape.percent.optional(), reason }),
  output: Flag,
});
