import { z } from 'zod';
import { idOf } from '../ids.ts';
import { itemId } from '../schema-parts.ts';

/** What `backlog.window` answers: the figures of `forecast/gate.ts` and the items they count. */
export const WindowView = z
  .object({
    teamId: idOf('team'),
    today: z.string().describe('The date in the team’s zone'),
    windowDays: z.int(),
    windowEnds: z.string().describe('Last day of the window'),
    n: z.int().describe('Items in flight and committed, each counted one'),
    inFlight: z.int(),
    waiting: z.int(),
    k: z.int().describe('How many the window holds at `level`'),
    level: z.number().describe('Confidence of `k`: 0.85, or 0.70 for a team under two items a week'),
    measuredK: z.int().nullable().describe('What the record alone gives, before floor and ceiling; null while declared'),
    floored: z.boolean().describe('`k` was raised to the minimum of 2'),
    capped: z.boolean().describe('`k` was lowered to the window’s weeks times the weekly rate'),
    k50: z.int().nullable().describe('The line beyond which nobody may go; null while the rate is only declared'),
    room: z.int().describe('`k` − `n`; negative when over'),
    fill: z.number().describe('`n` / `k`'),
    weeklyRate: z.number().describe('Measured items a week; the declared rate until it is measured'),
    weeks: z.number().nullable().describe('Weeks until all of it is done at `level`; null when it cannot be told'),
    doneBy: z.string().nullable().describe('Day by which all is done at `level`; null when it cannot be told'),
    probability: z.number().nullable().describe('Chance to finish all of it within the window'),
    probabilityOfOneMore: z.number().nullable(),
    sigma: z.number().nullable().describe('Spread of the pace'),
    sampleSize: z.number().describe('Completions in the record'),
    seed: z.number(),
    version: z.string().describe('Version of the algorithm'),
    basis: z.enum(['declared', 'early', 'measured']),
    suppressed: z
      .discriminatedUnion('reason', [
        z.object({ reason: z.literal('pause'), since: z.string() }),
        z.object({ reason: z.literal('silence'), since: z.string(), workingDays: z.int() }),
      ])
      .nullable()
      .describe('Why the last figures stand and no forecast is shown'),
    sentence: z.string().describe('The verdict with its figures'),
    meter: z.string().describe('A few words for the meter: "11 of 11; done by 19 December at 85 %"'),
    items: z
      .array(
        z.object({
          itemId,
          inFlight: z.boolean(),
          doneBy: z.string().nullable().describe('Day at `level`, by place in the queue'),
        }),
      )
      .describe('The counted items in order, with the day each is likely done by'),
    overrides: z.array(z.object({ itemId, reason: z.string(), byId: z.string() })).describe('Written reasons of what went over'),
  })
  .describe('The window of a team’s backlog');
export type WindowView = z.infer<typeof WindowView>;
