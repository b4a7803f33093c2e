/** What an SDK tells about its flags, added up; the body of `POST /flags/v1/telemetry`. */
import { z } from 'zod';
import { flagKey } from './flag-definition.ts';

const name = z.string().max(100);
const count = z.int().min(0).max(1_000_000_000);
const figure = z.number().min(-1e15).max(1e15);

export const Telemetry = z
  .object({
    evaluations: z
      .array(
        z.object({
          flag: flagKey,
          variant: name.describe('Empty: the default in the code'),
          rule: name.describe('Id of the rule that served; empty where none did'),
          count,
          exposures: count,
        }),
      )
      .max(2_000)
      .default([]),
    outcomes: z
      .array(
        z.object({
          event: z.string().min(1).max(100),
          flag: flagKey.describe('A flag that those who did it had been exposed to'),
          variant: name,
          count,
          sum: figure,
          sumOfSquares: z.number().min(0).max(1e30),
        }),
      )
      .max(2_000)
      .default([]),
  })
  .describe('Counts since the last time');
export type Telemetry = z.infer<typeof Telemetry>;
