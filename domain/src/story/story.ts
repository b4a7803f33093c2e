import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, oneLine, personId, sourceFields } from '../schema-parts.ts';
import { sizes } from './sizes.ts';

export const Story = z
  .object({
    id: itemId,
    handle: z.string().describe('`STORY-34`'),
    title: filledLine(200).describe('What switching it on makes possible'),
    persona: oneLine(120).describe('Who has the problem'),
    need: oneLine(400).describe('What they are trying to do'),
    benefit: oneLine(400).describe('Why it matters to them'),
    size: z.enum(sizes).nullable(),
    ownerId: personId.nullable(),
    ideaId: idOf('idea').nullable().describe('The idea it was refined from'),
    criteriaNumbered: z.int().min(0).describe('The highest number a criterion of this story ever had'),
    ...sourceFields,
    createdAt: instant,
  })
  .describe('A problem to solve, as a work item');
export type Story = z.infer<typeof Story>;

/** What people set; `story.edit` takes any of it. */
export const StoryFields = Story.pick({
  title: true,
  persona: true,
  need: true,
  benefit: true,
  size: true,
  ownerId: true,
}).partial();
