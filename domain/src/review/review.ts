import { z } from 'zod';
import { idOf } from '../ids.ts';
import { instant, personId } from '../schema-parts.ts';

export const reviewDecisionKinds = ['refine', 'reject', 'merge', 'keep'] as const;

export const ReviewEntry = z.object({
  ideaId: idOf('idea'),
  kind: z.enum(reviewDecisionKinds),
  by: personId,
  at: instant,
});

export const ReviewSummary = z.object({
  decided: z.int().describe('Ideas that left the parking lot or were kept'),
  rejected: z.int(),
  rejectedShare: z.number().nullable().describe('Rejected of decided, 0 to 1; null when nothing was decided'),
  medianSeconds: z.number().nullable().describe('Median seconds from one decision to the next'),
  leftOver: z.int().describe('Ideas of the queue that nobody decided'),
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

export const Review = z
  .object({
    id: idOf('review'),
    startedBy: personId,
    driverId: personId.describe('Who decides; the others follow'),
    startedAt: instant,
    closedAt: instant.nullable(),
    queue: z.array(idOf('idea')).max(5000).describe('The ideas to go through, in order'),
    entries: z.array(ReviewEntry).max(5000).describe('What was decided, in order; undo takes the last one away'),
    shownId: idOf('idea')
      .nullable()
      .describe('The waiting idea that the driver went to; null: the first that waits after the last decided one'),
    summary: ReviewSummary.nullable(),
    answersAt: instant
      .nullable()
      .describe('When those whose ideas were refused are told; until then it can be undone. Null while it is open'),
    answeredAt: instant.nullable().describe('When they were told'),
  })
  .describe('The session in which undecided ideas are gone through, one after the other');
export type Review = z.infer<typeof Review>;
export type ReviewEntry = z.infer<typeof ReviewEntry>;
