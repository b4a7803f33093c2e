import { z } from 'zod';
import { itemId } from '../schema-parts.ts';

export const ItemMark = z
  .object({
    itemId,
    age: z.int().nullable().describe('Days since it was started, both counted; null before'),
    inStep: z.int().describe('Days in the step it is in, both counted'),
    usualInStep: z.int().nullable().describe('Days at which 85 % of past items had left that step; null while too few have'),
    slow: z.boolean().describe('In its step for longer than that'),
    stale: z.boolean().describe('On the backlog for longer than the team’s window'),
    done50: z.string().nullable().describe('Day by which it is done as likely as not; null when that cannot be told'),
    done85: z.string().nullable().describe('Day by which it is done at 85 %; null when that cannot be told'),
  })
  .describe('How an item on the backlog goes, by the team’s own record');
export type ItemMark = z.infer<typeof ItemMark>;
