/** Reviews: loads what their decisions read, in the order team → items by id. */
import { closeReview, decideInReview, driveReview, showInReview, startReview } from '@shortlist/domain/review/review-decide.ts';
import { undoInReview, type UndoState } from '@shortlist/domain/review/review-undo-decide.ts';
import { rewordAnswer, sendAnswers } from '@shortlist/domain/review/answer-decide.ts';
import type { ItemKind, Placement } from '@shortlist/domain/backlog/placement.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import type { Idea } from '@shortlist/domain/idea/idea.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { labellingId } from '@shortlist/domain/label/labels-of.ts';
import type { Review } from '@shortlist/domain/review/review.ts';
import { sql } from 'kysely';
import { roomOf } from '../backlog/team-room.ts';
import { lastRank } from '../backlog/backlog-queries.ts';
import { drawHandle, fieldsOf, lockMany, lockOne, readOne } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { noIdea } from '../idea/idea-handlers.ts';
import { pageOf, readCursor } from '../paging.ts';
import { readAnswersDue } from './answers-due.ts';
import { countLeftOver } from './review-queries.ts';
import { noTeam, noMember } from '../workspace/refused-names.ts';

type ReviewHandlers = Pick<
  Handlers,
  | 'review.start'
  | 'review.decide'
  | 'review.undo'
  | 'review.show'
  | 'review.drive'
  | 'review.close'
  | 'review.reword'
  | 'review.answer'
  | 'review.get'
  | 'review.list'
>;

export const reviewHandlers: ReviewHandlers = {
  'review.start': async ({ trx, workspaceId, context }, input) => {
    const named = input.ideaIds === undefined ? null : await lockMany(trx, 'idea', workspaceId, input.ideaIds);
    if (named !== null && named.length < new Set(input.ideaIds).size) {
      const missing = input.ideaIds?.find((id) => !named.some((idea) => idea.id === id));
      return noIdea(missing ?? '');
    }
    const undecided = named === null ? await oldestUndecided({ trx, workspaceId }) : [];
    return startReview({ named, undecided }, input, context);
  },

  'review.decide': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const { decision } = input;
    const teamId = decision.kind === 'refine' ? decision.teamId : null;
    const team = teamId === null ? null : await lockOne(trx, 'team', workspaceId, teamId);
    if (team === undefined) return noTeam(teamId ?? '');
    const review = await lockReview(scope, input.reviewId);
    if (review === undefined) return noReview();
    const intoId = decision.kind === 'merge' ? decision.intoId : null;
    const ideas = await lockMany(trx, 'idea', workspaceId, intoId === null ? [input.ideaId] : [input.ideaId, intoId]);
    const idea = ideas.find((one) => one.id === input.ideaId);
    if (idea === undefined) return noIdea(input.ideaId);
    const into = ideas.find((one) => one.id === intoId) ?? null;
    if (intoId !== null && into === null) return noIdea(intoId);
    const former = decision.kind === 'refine' ? await formerOf(scope, idea, decision.as) : null;
    const handle =
      decision.kind === 'refine' && former === null
        ? await drawHandle(trx, workspaceId, decision.as === 'story' ? 'STORY' : 'TASK')
        : '';
    const rank = team === null ? null : await lastRank(trx, workspaceId, team.id);
    const labelIds = await labelIdsOf(scope, idea);
    const room = team === null ? null : await roomOf(scope, team);
    return decideInReview({ review, idea, into, team, lastRank: rank, room, former, labelIds, handle }, input, context);
  },

  'review.undo': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const seen = await readOne(trx, 'review', workspaceId, input.reviewId);
    if (seen === undefined) return noReview();
    const lastIdea = seen.entries.at(-1)?.ideaId;
    const ideaSeen = lastIdea === undefined ? undefined : await readOne(trx, 'idea', workspaceId, lastIdea);
    if (ideaSeen?.decision?.kind === 'refine') await lockOne(trx, 'team', workspaceId, ideaSeen.decision.teamId);
    const review = await lockReview(scope, input.reviewId);
    if (review === undefined) return noReview();
    if (review.entries.at(-1)?.ideaId !== lastIdea)
      return refuse('conflict', 'The review moved on at the same moment. Look, then undo again.');
    const idea = lastIdea === undefined ? null : ((await lockOne(trx, 'idea', workspaceId, lastIdea)) ?? null);
    const leftOver = review.closedAt === null ? 0 : await countLeftOver(scope, review);
    return undoInReview({ review, idea, leftOver, made: await madeBy(scope, idea) }, input, context);
  },

  'review.show': async (scope, input) => {
    const review = await lockReview(scope, input.reviewId);
    return review === undefined ? noReview() : showInReview({ review }, input, scope.context);
  },

  'review.drive': async (scope, input) => {
    const review = await lockReview(scope, input.reviewId);
    if (review === undefined) return noReview();
    if (input.driverId !== undefined) {
      const driver = await readOne(scope.trx, 'member', scope.workspaceId, input.driverId);
      if (driver === undefined || driver.removedAt !== null) return noMember(input.driverId);
    }
    return driveReview({ review }, input, scope.context);
  },

  'review.close': async (scope, input) => {
    const review = await lockReview(scope, input.reviewId);
    if (review === undefined) return noReview();
    return closeReview({ review, leftOver: await countLeftOver(scope, review) }, input, scope.context);
  },

  'review.reword': async ({ trx, workspaceId }, input) => {
    const idea = await lockOne(trx, 'idea', workspaceId, input.ideaId);
    return idea === undefined ? noIdea(input.ideaId) : rewordAnswer({ idea }, input);
  },

  'review.answer': async (scope) => sendAnswers(await readAnswersDue(scope), scope.context),

  'review.get': async ({ db, workspaceId }, input) => (await readOne(db, 'review', workspaceId, input.reviewId)) ?? noReview(),

  'review.list': async ({ db, workspaceId }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const { rows } = await sql<Review>`
      select ${fieldsOf('review')} from review
      where workspace_id = ${workspaceId} and (${time}::text is null or ("startedAt", id) < (${time}::timestamptz, ${id}))
      order by "startedAt" desc, id desc limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.startedAt, last.id]);
  },
};

const longestQueue = 5000;

async function oldestUndecided({ trx, workspaceId }: Pick<CommandScope, 'trx' | 'workspaceId'>): Promise<readonly Idea[]> {
  const { rows } = await sql<Idea>`
    select ${fieldsOf('idea')} from idea where workspace_id = ${workspaceId} and "decidedAt" is null
    order by "capturedAt", id limit ${longestQueue}`.execute(trx);
  return rows;
}

function lockReview({ trx, workspaceId }: CommandScope, id: string): Promise<Review | undefined> {
  return lockOne(trx, 'review', workspaceId, id);
}

/** What the last decision made of the idea, locked, and whether anyone worked on it since. */
async function madeBy(scope: CommandScope, idea: Idea | null): Promise<UndoState['made']> {
  const nothing = { story: null, task: null, placement: null, isLabelled: false, cameAgain: false, touched: false };
  if (idea?.decision?.kind !== 'refine') return nothing;
  const { trx, workspaceId } = scope;
  const { itemId } = idea.decision;
  const [story, task, placement] = [
    await lockOne(trx, 'story', workspaceId, itemId),
    await lockOne(trx, 'task', workspaceId, itemId),
    await lockOne(trx, 'placement', workspaceId, itemId),
  ];
  return {
    story: story ?? null,
    task: task ?? null,
    placement: placement ?? null,
    isLabelled: (await readOne(trx, 'labelling', workspaceId, labellingId(itemId))) !== undefined,
    cameAgain: idea.itemId === itemId,
    touched: await wasTouched(scope, idea, itemId),
  };
}

async function labelIdsOf({ trx, workspaceId }: CommandScope, idea: Idea): Promise<readonly Id<'label'>[]> {
  return (await readOne(trx, 'labelling', workspaceId, labellingId(idea.id)))?.labelIds ?? [];
}

/** Another command has written to the item after the one that decided: somebody's work. */
async function wasTouched({ trx, workspaceId }: CommandScope, idea: Idea, itemId: Id<'item'>): Promise<boolean> {
  const { rows } = await sql<{ touched: boolean }>`
    select exists (
      select from change where workspace_id = ${workspaceId} and subject = ${itemId}
        and seq > decided.seq and command_id <> decided.command_id) as touched
    from (
      select seq, command_id from change
      where workspace_id = ${workspaceId} and subject = ${idea.id} and event = 'idea.refined'
      order by seq desc limit 1) as decided`.execute(trx);
  return rows[0]?.touched === true;
}

/** The item that the idea was before it came back, locked; null where it becomes something else or something new. */
async function formerOf({ trx, workspaceId }: CommandScope, idea: Idea, as: ItemKind): Promise<Placement | null> {
  if (idea.itemId === null) return null;
  const placement = await lockOne(trx, 'placement', workspaceId, idea.itemId);
  return placement?.kind === as && placement.parkedAs === idea.id ? placement : null;
}

function noReview() {
  return refuse('not_found', 'There is no such review. Start one.');
}
