import { z } from 'zod';
import { over } from '../backlog/over-refinement.ts';
import { itemKinds } from '../backlog/placement.ts';
import { Idea } from '../idea/idea.ts';
import { rejectReasons } from '../idea/reject-reasons.ts';
import { idOf } from '../ids.ts';
import { command, query } from '../operation.ts';
import { filledLine, pageInput, pageOf, personId, teamId } from '../schema-parts.ts';
import { Review } from './review.ts';

const reviewId = idOf('review');

export const decisionInput = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('refine'), as: z.enum(itemKinds), teamId, over }),
    z.object({ kind: z.literal('reject'), reason: z.enum(rejectReasons), sentence: filledLine(400) }),
    z.object({ kind: z.literal('merge'), intoId: idOf('idea'), sentence: filledLine(400) }),
    z.object({ kind: z.literal('keep') }),
  ])
  .describe('What becomes of the idea');

export const startReview = command({
  name: 'review.start',
  summary: 'Starts a review of all undecided ideas, oldest first, or of the ones named.',
  requires: 'decide',
  input: z.object({ ideaIds: z.array(idOf('idea')).min(1).max(5000).optional() }),
  output: Review,
});

export const decideInReview = command({
  name: 'review.decide',
  summary: 'Decides one idea: refine it to a story or task, reject it with a reason, merge it, or keep it.',
  requires: 'decide',
  input: z.object({ reviewId, ideaId: idOf('idea'), decision: decisionInput }),
  output: z.object({
    idea: Idea,
    review: Review,
    itemId: idOf('item').nullable().describe('The story or task it became'),
  }),
});

export const undoInReview = command({
  name: 'review.undo',
  summary: 'Takes back the last decision of the review, as often as wanted.',
  requires: 'decide',
  input: z.object({ reviewId }),
  output: z.object({ idea: Idea, review: Review }),
});

export const showInReview = command({
  name: 'review.show',
  summary: 'Goes to another idea of the review without deciding; everyone who follows sees it.',
  requires: 'decide',
  input: z.object({ reviewId, ideaId: idOf('idea') }),
  output: Review,
});

export const driveReview = command({
  name: 'review.drive',
  summary: 'Hands the review over: from now on that member decides, the others follow.',
  requires: 'decide',
  input: z.object({ reviewId, driverId: personId.optional().describe('Absent: oneself') }),
  output: Review,
});

export const closeReview = command({
  name: 'review.close',
  summary: 'Ends the review with its summary.',
  requires: 'decide',
  input: z.object({ reviewId }),
  output: Review,
});

export const rewordAnswer = command({
  name: 'review.reword',
  summary: 'Puts the sentence of a rejection or a merge better, until it goes out to whoever asked.',
  requires: 'decide',
  replaces: 'ideaId',
  input: z.object({ ideaId: idOf('idea'), sentence: filledLine(400) }),
  output: Idea,
});

export const sendAnswers = command({
  name: 'review.answer',
  summary: 'Tells people of reviews that were closed half an hour ago, and closes those left open. The server does it by itself.',
  requires: 'system',
  input: z.object({}),
  output: z.object({ answered: z.int().describe('Ideas'), closed: z.int().describe('Reviews') }),
});

export const getReview = query({
  name: 'review.get',
  summary: 'One review.',
  requires: 'read',
  input: z.object({ reviewId }),
  output: Review,
});

export const listReviews = query({
  name: 'review.list',
  summary: 'Reviews, newest first.',
  requires: 'read',
  input: z.object({ ...pageInput }),
  output: pageOf(Review),
});
