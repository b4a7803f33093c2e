/** What is said about ideas and work items. */
import {
  addComment,
  editComment,
  noComment,
  reactToComment,
  removeComment,
  resolveComment,
} from '@shortlist/domain/comment/comment-decide.ts';
import type { Comment } from '@shortlist/domain/comment/comment.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { fieldsOf, lockMany, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';

type CommentHandlers = Pick<
  Handlers,
  'comment.add' | 'comment.edit' | 'comment.remove' | 'comment.resolve' | 'comment.react' | 'comment.list'
>;

export const commentHandlers: CommentHandlers = {
  'comment.add': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const { subjectId } = input;
    const subject =
      (await readOne(trx, 'idea', workspaceId, subjectId)) ?? (await readOne(trx, 'placement', workspaceId, subjectId));
    if (subject === undefined) return refuse('not_found', `There is no idea or work item ${subjectId}. Check its handle.`);
    const parent = input.parentId === null ? null : await lockThread(scope, input.parentId);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from comment where workspace_id = ${workspaceId} and "subjectId" = ${subjectId}`.execute(trx);
    return addComment({ parent, count: rows[0]?.count ?? 0, people: await peopleOf(scope) }, input, context);
  },

  'comment.edit': async (scope, input) => {
    const comment = await lockComment(scope, input.commentId);
    return 'refused' in comment ? comment : editComment({ comment, people: await peopleOf(scope) }, input, scope.context);
  },

  'comment.remove': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const comment = await lockComment(scope, input.commentId);
    if ('refused' in comment) return comment;
    const { rows } = await sql<{ isAnswered: boolean }>`
      select exists (
        select from comment where workspace_id = ${workspaceId} and "parentId" = ${comment.id}) as "isAnswered"`.execute(trx);
    return removeComment({ comment, isAnswered: rows[0]?.isAnswered === true }, context);
  },

  'comment.resolve': async (scope, input) => {
    const comment = await lockComment(scope, input.commentId);
    return 'refused' in comment ? comment : resolveComment({ comment }, input, scope.context);
  },

  'comment.react': async (scope, input) => {
    const comment = await lockComment(scope, input.commentId);
    return 'refused' in comment ? comment : reactToComment({ comment }, input, scope.context);
  },

  'comment.list': async ({ db, workspaceId }, input) => {
    const [time, id] = readCursor(input.after, ['time', 'text']) ?? [null, null];
    const { rows } = await sql<Comment>`
      select ${fieldsOf('comment')} from comment
      where workspace_id = ${workspaceId} and "subjectId" = ${input.subjectId}
        and (${time}::text is null or ("createdAt", id) > (${time}::timestamptz, ${id}))
      order by "createdAt", id limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.createdAt, last.id]);
  },
};

async function lockComment({ trx, workspaceId }: CommandScope, id: Id<'comment'>): Promise<Comment | Refusal> {
  return (await lockOne(trx, 'comment', workspaceId, id)) ?? noComment();
}

/** The comment that began the thread of `id`, locked: an answer may open it again. Null where there is none. */
async function lockThread({ trx, workspaceId }: CommandScope, id: Id<'comment'>): Promise<Comment | null> {
  const answered = await readOne(trx, 'comment', workspaceId, id);
  if (answered === undefined) return null;
  const [root] = await lockMany(trx, 'comment', workspaceId, [answered.parentId ?? answered.id]);
  return root ?? null;
}

async function peopleOf({ trx, workspaceId }: CommandScope) {
  return await readWhere(trx, 'member', workspaceId, { removedAt: null }, 'joinedAt');
}
