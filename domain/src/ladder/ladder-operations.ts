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
    steps: Ladder.shape.steps
      .optional()
      .describe('For `gradual`: greater shares to come, in order of time; the server climbs them by itself'),
    enough: Ladder.shape.enough,
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

export const haltClimb = command({
  name: 'ladder.halt',
  summary: 'Stops a climb by schedule where it is, until somebody lets it go on. At once, and free to every member.',
  requires: 'release',
  input: z.object({ flagKey, reason: filledLine(400).describe('What happened; it stays with the ladder') }),
  output: Flag,
});

export const resumeClimb = command({
  name: 'ladder.resume',
  summary: 'Lets a halted climb go on; the steps to come are put off by as long as it stood.',
  requires: 'release',
  input: z.object({ flagKey }),
  output: Flag,
});

export const takeDueSteps = command({
  name: 'ladder.takeDueSteps',
  summary: 'Takes the steps of climbs by schedule that are due. The server does it by itself, every few seconds.',
  requires: 'release',
  input: z.object({}),
  output: z.object({ climbed: z.array(flagKey), held: z.array(flagKey), halted: z.array(flagKey) }),
});
