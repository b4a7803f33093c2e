/** Notices as people read them: with what they are about and who did it. */
import type { Notice } from '@shortlist/domain/notice/notice.ts';
import { entities } from '@shortlist/domain/entities.ts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../db/tables.ts';

export interface NoticeWithWords {
  readonly notice: Notice;
  readonly handle: string;
  readonly title: string;
  readonly by: string | null;
}

interface Row extends Notice {
  readonly handle: string | null;
  readonly title: string | null;
  readonly by: string | null;
}

/** Newest first. `where` may ask of `notice` and `idea`. */
export async function noticesWithWords(
  db: Kysely<Tables>,
  workspaceId: string,
  where: RawBuilder<boolean>,
  limit: number,
): Promise<readonly NoticeWithWords[]> {
  const { rows } = await sql<Row>`
    select ${fields}, coalesce(idea.handle, story.handle, task.handle, 'flag/' || flag.key) as handle,
      coalesce(idea.problem, story.title, task.title, flag.title) as title, member.name as by
    from notice
    left join idea on idea.workspace_id = notice.workspace_id and idea.id = notice."subjectId"
    left join story on story.workspace_id = notice.workspace_id and story.id = notice."subjectId"
    left join task on task.workspace_id = notice.workspace_id and task.id = notice."subjectId"
    left join flag on flag.workspace_id = notice.workspace_id and flag.id = notice."subjectId"
    left join member on member.workspace_id = notice.workspace_id and member.id = notice."byId"
    where notice.workspace_id = ${workspaceId} and ${where}
    order by notice.seq desc limit ${limit}`.execute(db);
  return rows.map(({ handle, title, by, ...notice }) => ({ notice, handle: handle ?? '', title: title ?? 'It was removed', by }));
}

const fields = sql.join(Object.keys(entities.notice.schema.shape).map((field) => sql.ref(`notice.${field}`)));
