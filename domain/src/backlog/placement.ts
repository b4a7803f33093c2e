import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, itemId, teamId } from '../schema-parts.ts';
import { rejectReasons } from '../idea/reject-reasons.ts';

export const itemKinds = ['story', 'task'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const Placement = z
  .object({
    id: itemId.describe('The work item’s own id'),
    kind: z.enum(itemKinds),
    teamId,
    stepId: z.string().max(40).nullable().describe('The step of the team’s workflow; null while it is in refinement'),
    rank: z.string().describe('Order on the team’s backlog'),
    committedAt: instant.nullable().describe('When it passed the gate'),
    startedAt: instant.nullable().describe('When it first entered an `in_progress` step'),
    doneAt: instant.nullable(),
    droppedAt: instant.nullable().describe('When it was given up, or went back to the parking lot'),
    dropped: z
      .object({ reason: z.enum(rejectReasons), sentence: filledLine(400) })
      .nullable()
      .describe('Why it was given up; null where it went back to the parking lot'),
    parkedAs: idOf('idea')
      .nullable()
      .describe('The undecided idea that it went back to the parking lot as; it comes again, as it was, when that is refined'),
    leavesAt: instant
      .nullable()
      .describe('When it goes back to the parking lot by itself, as was announced; null while somebody works on it'),
    verified: z.boolean().nullable().describe('The answer given when it moved to Done; null while it is not done'),
    expedite: z.boolean().describe('Bypassed the gate; not counted in the rate'),
    override: z
      .object({ reason: filledLine(400), byId: z.string(), n: z.int(), k: z.int() })
      .nullable()
      .describe('The reason with which it went over the window, or over what refinement holds'),
    enteredStepAt: instant.describe('When it came to where it is now'),
  })
  .describe('Where a work item stands: one row for each; the gate, the backlog and the forecast read only these');
export type Placement = z.infer<typeof Placement>;
