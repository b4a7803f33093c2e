/** Reviews whose answers are due, and those that nobody closed: locked, and what another process looks at is left to it. */
import type { AnswerState } from '@shortlist/domain/review/answer-decide.ts';
import { closesAfterHours } from '@shortlist/domain/review/answer-time.ts';
import type { Review } from '@shortlist/domain/review/review.ts';
import { sql } from 'kysely';
import { fieldsOf, lockMany } from '../db/load-entity.ts';
import type { CommandScope } from '../handler.ts';
import { countLeftOver } from './review-queries.ts';

/** Reviews at a time. */
const atOnce = 10;

export async function readAnswersDue(scope: CommandScope): Promise<AnswerState> {
  const { trx, workspaceId, context } = scope;
  const { rows: reviews } = await sql<Review>`
    select ${fieldsOf('review')} from review
    where workspace_id = ${workspaceId} and "answeredAt" is null and "answersAt" <= ${context.now}::timestamptz
    order by id limit ${atOnce} for update skip locked`.execute(trx);
  const due = [];
  for (const review of reviews) {
    const ids = review.entries.map(({ ideaId }) => ideaId);
    due.push({ review, ideas: await lockMany(trx, 'idea', workspaceId, ids) });
  }
  const since = new Date(Date.parse(context.now) - closesAfterHours * 3_600_000).toISOString();
  const { rows: open } = await sql<Review>`
    select ${fieldsOf('review')} from review
    where workspace_id = ${workspaceId} and "closedAt" is null and "startedAt" <= ${since}::timestamptz
      and coalesce(entries -> -1 ->> 'at', '') <= ${since}
    order by id limit ${atOnce} for update skip locked`.execute(trx);
  const left = [];
  for (const review of open) left.push({ review, leftOver: await countLeftOver(scope, review) });
  return { due, left };
}
