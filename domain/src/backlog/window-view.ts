import { z } from 'zod';
import { idOf } from '../ids.ts';
import { itemId } from '../schema-parts.ts';

/** What `backlog.window` answers: the figures of `forecast/gate.ts` and the items they count. */
export const WindowView = z
  .object({
    teamId: idOf('team'),
    n: z.int().describe('Items in flight and committed, each counted one'),
    inFlight: z.int(),
    waiting: z.int(),
    k: z.int().describe('How many the window holds at `level`'),
    level: z.number().describe('Confidence of `k`: 0.85, or 0.70 for a team under two items a week'),
    floored: z.boolean().describe('The minimum of 2 set `k`'),
    k50: z.int().describe('How many it holds at 50 %: the line beyond which nobody may go'),
    room: z.int().describe('`k` − `n`; negative when over'),
    weeklyRate: z.number().describe('Measured items a week; the declared rate until it is measured'),
    weeks: z.number().nullable().describe('Weeks of work in the window at `level`; null when it cannot be told'),
    windowDays: z.int(),
    doneBy: z.string().nullable().describe('Day by which all is done at `level`; null when it cannot be told'),
    probability: z.number().nullable().describe('Chance to finish all of it within the window'),
    probabilityOfOneMore: z.number().nullable(),
    basis: z.enum(['declared', 'early', 'measured']),
    suppressed: z.string().nullable().describe('Why there are no forecast figures just now'),
    sigma: z.number().nullable(),
    sampleSize: z.number().nullable(),
    seed: z.string(),
    version: z.string().describe('Version of the algorithm'),
    windowEnds: z.string().describe('Last day of the window'),
    items: z
      .array(z.object({ itemId, inFlight: z.boolean(), doneBy: z.string().nullable().describe('Day at `level`, by place in the queue') }))
      .describe('The counted items in order, with the day each is likely done by'),
    overrides: z.array(z.object({ itemId, reason: z.string(), byId: z.string() })).describe('Written reasons of what went over'),
    sentence: z.string(),
    meterSentence: z.string().describe('The short one: "11 of 11; done by 19 December at 85 %"'),
  })
  .describe('The window of a team’s backlog');
export type WindowView = z.infer<typeof WindowView>;
