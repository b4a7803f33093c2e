import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, oneLine, personId, sourceFields, teamId } from '../schema-parts.ts';
import { rejectReasons } from './reject-reasons.ts';

const decided = { by: personId, at: instant };

/** How an idea ended. `keep` is no end: it is counted in `keptCount`. */
export const IdeaDecision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refine'), itemId, teamId, ...decided }),
  z.object({ kind: z.literal('reject'), reason: z.enum(rejectReasons), sentence: filledLine(400), ...decided }),
  z.object({ kind: z.literal('merge'), intoId: idOf('idea'), sentence: filledLine(400), ...decided }),
]);
export type IdeaDecision = z.infer<typeof IdeaDecision>;

export const Idea = z
  .object({
    id: idOf('idea'),
    handle: z.string().describe('`IDEA-7`; empty while a browser’s guess waits for the server'),
    problem: filledLine(500).describe('What is in somebody’s way, in a line'),
    context: oneLine(500).nullable().describe('One line more: who, when, how often'),
    suggesterId: personId.describe('The member or contact who hears back'),
    decision: IdeaDecision.nullable().describe('Null while it is undecided'),
    keptCount: z.int().min(0).max(3).describe('How often a review kept it; three times at most'),
    itemId: itemId
      .nullable()
      .describe('The story or task it was before it came back from refinement; it becomes that again when it is refined'),
    answeredAt: instant
      .nullable()
      .describe('When whoever asked was told that it was rejected or merged; null before, and of other decisions'),
    ...sourceFields,
    capturedAt: instant,
    decidedAt: instant.nullable(),
  })
  .describe('A captured need in the parking lot: not ordered, not sized, not assigned');
export type Idea = z.infer<typeof Idea>;
