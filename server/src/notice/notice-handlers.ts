/** What members were told: made from the feed, listed, read, forgotten. */
import { forgetNotices, readNotices, tellNotices } from '@shortlist/domain/notice/notice-decide.ts';
import { noticeLimits } from '@shortlist/domain/notice/notice-kinds.ts';
import type { Notice } from '@shortlist/domain/notice/notice.ts';
import { memberOf, type Actor } from '@shortlist/domain/decision.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { sql, type RawBuilder } from 'kysely';
import { fieldsOf } from '../db/load-entity.ts';
import type { Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { noticesWithWords } from './notices-with-words.ts';
import { readHappenings } from './read-happenings.ts';

type NoticeHandlers = Pick<Handlers, 'notice.tell' | 'notice.forget' | 'notice.list' | 'notice.count' | 'notice.read'>;

/** Removed at a time, so that no transaction grows without end. */
const forgottenAtOnce = 5_000;

export const noticeHandlers: NoticeHandlers = {
  'notice.tell': async (scope) => {
    const { hasMore, ...state } = await readHappenings(scope);
    const told = tellNotices(state, scope.context);
    return isRefusal(told) ? told : { changes: told.changes, value: { ...told.value, hasMore } };
  },

  'notice.forget': async ({ trx, workspaceId, context }) => {
    const since = new Date(Date.parse(context.now) - noticeLimits.days * 86_400_000).toISOString();
    const { rows } = await sql<{ id: string }>`
      select id from notice where workspace_id = ${workspaceId} and at < ${since}::timestamptz
      union
      select id from (
        select id, row_number() over (partition by "memberId" order by seq desc) as place
        from notice where workspace_id = ${workspaceId}
      ) as placed where place > ${noticeLimits.each}
      limit ${forgottenAtOnce}`.execute(trx);
    return forgetNotices({ notices: rows });
  },

  'notice.list': async ({ db, workspaceId, context }, input) => {
    const [seq] = readCursor(input.after, ['number']) ?? [null];
    const where = sql<boolean>`${isOwn(context.actor)} and (${seq}::bigint is null or notice.seq < ${seq})`;
    const rows = await noticesWithWords(db, workspaceId, where, input.limit + 1);
    return pageOf(rows, input.limit, ({ notice }) => [String(notice.seq)]);
  },

  'notice.count': async ({ db, workspaceId, context }) => {
    const { rows } = await sql<{ unread: number }>`
      select count(distinct notice."subjectId")::int as unread from notice
      left join idea on idea.workspace_id = notice.workspace_id and idea.id = notice."subjectId"
      where notice.workspace_id = ${workspaceId} and "readAt" is null and ${isOwn(context.actor)}`.execute(db);
    return { unread: rows[0]?.unread ?? 0 };
  },

  'notice.read': async ({ trx, workspaceId, context }, input) => {
    const { subjectId = null, upTo = null } = input;
    const { rows } = await sql<Notice>`
      select ${fieldsOf('notice')} from notice
      where workspace_id = ${workspaceId} and "memberId" = ${memberOf(context.actor)}
        and (${subjectId}::text is null or "subjectId" = ${subjectId}) and (${upTo}::bigint is null or seq <= ${upTo})
      order by id for update`.execute(trx);
    return readNotices({ notices: rows }, input, context);
  },
};

/** Who may not read the workspace keeps seeing what concerns their own ideas only, also of what they were told before. */
function isOwn({ memberId, role }: Actor): RawBuilder<boolean> {
  return roleMay(role, 'read')
    ? sql`notice."memberId" = ${memberId}`
    : sql`notice."memberId" = ${memberId} and idea."suggesterId" = ${memberId}`;
}
