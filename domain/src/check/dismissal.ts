import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, itemId, longText } from '../schema-parts.ts';
import { dismissReasons } from './check-reasons.ts';

export const Dismissal = z
  .object({
    id: idOf('dismissal'),
    storyId: itemId,
    rule: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/, 'is not the name of a rule')
      .max(40)
      .describe('The rule that spoke'),
    words: longText(400).describe('The words it marked, in small letters; empty for a whole field'),
    reason: z.enum(dismissReasons),
    createdAt: instant,
  })
  .describe('A finding of the problem check that somebody set aside in a story');
export type Dismissal = z.infer<typeof Dismissal>;
