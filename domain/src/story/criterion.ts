import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId } from '../schema-parts.ts';

export const Criterion = z
  .object({
    id: idOf('criterion'),
    storyId: itemId,
    number: z.int().min(1).describe('Addressable within the story, as in `STORY-34 AC-2`; never reused'),
    rank: z.string().describe('Where it stands among the story’s criteria'),
    text: filledLine(1000),
    createdAt: instant,
  })
  .describe('A statement that is verified before the story is done');
export type Criterion = z.infer<typeof Criterion>;
