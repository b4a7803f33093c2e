import { z } from 'zod';
import { idOf } from '../ids.ts';
import { collaboratorIds, filledLine, instant, itemId, oneLine, personId, sourceFields } from '../schema-parts.ts';
import { shortRungs } from '../ladder/rung-words.ts';
import { sizes } from './sizes.ts';

export const StoryOutcome = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('metric'),
      metric: filledLine(200).describe('What is measured'),
      unit: oneLine(40).describe('In what; may be empty'),
      baseline: z.number().nullable().describe('What it is today; null: not known'),
      target: z.number().describe('What it should be'),
      date: z.iso.date().describe('The day by which'),
    }),
    z.object({ kind: z.literal('none'), because: filledLine(400).describe('Why nothing can be measured') }),
  ])
  .describe('The result a story should bring, or why there is no metric');
export type StoryOutcome = z.infer<typeof StoryOutcome>;

const Read = z.object({ by: personId, at: instant });

export const Story = z
  .object({
    id: itemId,
    handle: z.string().describe('`STORY-34`'),
    title: filledLine(200).describe('What switching it on makes possible'),
    personaId: idOf('persona').nullable().describe('Who has the problem; one that was merged means whom it was merged into'),
    need: oneLine(400).describe('What they are trying to do'),
    benefit: oneLine(400).describe('Why it matters to them'),
    outcome: StoryOutcome.nullable(),
    size: z.enum(sizes).nullable(),
    ownerId: personId.nullable(),
    collaboratorIds,
    ideaId: idOf('idea').nullable().describe('The idea it was refined from'),
    criteriaNumbered: z.int().min(0).describe('The highest number a criterion of this story ever had'),
    wordedBy: personId.nullable().describe('Who last changed who, what or why; null: it was imported'),
    wordedAt: instant.describe('When that was: somebody who read it before has read other words'),
    read: Read.nullable().describe('The last other member who read it'),
    designRead: Read.nullable().describe('The last other member who read its design'),
    noFlag: z
      .object({
        reason: filledLine(400).describe('Why it needs no flag'),
        rung: z.enum(shortRungs),
        movedAt: instant.describe('Since when it is on that rung'),
        byId: personId.nullable().describe('Who put it there; null: a deployment that nobody in particular told of'),
      })
      .nullable()
      .describe('It goes without a flag: its ladder has two rungs, moved by hand or by a deployment'),
    ...sourceFields,
    createdAt: instant,
  })
  .describe('A problem to solve, as a work item');
export type Story = z.infer<typeof Story>;

/** What people set; `story.edit` takes any of it. */
export const StoryFields = Story.pick({
  title: true,
  need: true,
  benefit: true,
  outcome: true,
  size: true,
  ownerId: true,
})
  .extend({
    persona: oneLine(120).describe(
      'Who has the problem, by name; a name that nobody has makes a persona, an empty one takes it away',
    ),
  })
  .partial();
