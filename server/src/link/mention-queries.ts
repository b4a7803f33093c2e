/** Where a handle is written. The words of the search indexes find candidates, the letters decide. */
import type { OutputOf, ParsedInputOf } from '@shortlist/domain/operations.ts';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { pageOf, readCursor } from '../paging.ts';

type Mentions = OutputOf<'mention.list'>;
interface Found extends Omit<Mentions['items'][number], 'excerpt'> {
  readonly text: string;
}

export async function mentionsOf(
  db: Kysely<Tables>,
  workspaceId: string,
  { subjectId, limit, after }: ParsedInputOf<'mention.list'>,
): Promise<Mentions | Refusal> {
  const handle = await handleOf(db, workspaceId, subjectId);
  if (handle === null) return refuse('not_found', `There is no idea or work item ${subjectId}. Check its handle.`);
  const [time, id] = readCursor(after, ['time', 'text']) ?? [null, null];
  // A handle is letters, figures and one dash, so that nothing in it means anything to PostgreSQL.
  const has = (text: string) => sql`
    search_words(${sql.ref(text)}) @@ plainto_tsquery('simple', ${handle.replace('-', ' ')})
    and ${sql.ref(text)} ~* ${`\\m${handle}\\M`}`;
  const { rows } = await sql<Found>`
    select found.id, found.place as in, found.text, found.at,
      coalesce(story.handle, task.handle, idea.handle) as handle, coalesce(story.title, task.title, idea.problem) as title
    from (
      select id, field as place, "subjectId" as subject, text, "editedAt" as at from text
      where workspace_id = ${workspaceId} and ${has('text')}
      union all
      select id, 'comment', "subjectId", text, coalesce("editedAt", "createdAt") from comment
      where workspace_id = ${workspaceId} and "removedAt" is null and ${has('text')}
      union all
      select id, 'criterion', "storyId", text, "wordedAt" from criterion
      where workspace_id = ${workspaceId} and ${has('text')}
      union all
      select id, 'question', "storyId", concat_ws(' ', text, answer), coalesce("answeredAt", "askedAt") from question
      where workspace_id = ${workspaceId} and concat_ws(' ', text, answer) ~* ${`\\m${handle}\\M`}
    ) as found
    left join story on story.workspace_id = ${workspaceId} and story.id = found.subject
    left join task on task.workspace_id = ${workspaceId} and task.id = found.subject
    left join idea on idea.workspace_id = ${workspaceId} and idea.id = found.subject
    where found.subject <> ${subjectId} and coalesce(story.handle, task.handle, idea.handle) is not null
      and (${time}::text is null or (found.at, found.id) < (${time}::timestamptz, ${id}))
    order by found.at desc, found.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (last) => [last.at, last.id]);
  const items = page.items.map(({ text, ...found }) => ({ ...found, excerpt: lineAround(text, handle) }));
  return { items, next: page.next };
}

async function handleOf(db: Kysely<Tables>, workspaceId: string, id: string): Promise<string | null> {
  const { rows } = await sql<{ handle: string }>`
    select handle from story where workspace_id = ${workspaceId} and id = ${id}
    union all select handle from task where workspace_id = ${workspaceId} and id = ${id}
    union all select handle from idea where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0]?.handle ?? null;
}

/** Letters on each side of the handle. */
const around = 70;

/** The words around the first mention, in one line, with a mark where something was left out. */
function lineAround(text: string, handle: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const at = Math.max(0, line.toUpperCase().indexOf(handle));
  const from = at <= around ? 0 : line.indexOf(' ', at - around) + 1;
  const to = at + handle.length + around;
  const cut = line.slice(from, to);
  return `${from > 0 ? '…' : ''}${to < line.length ? `${cut.replace(/\s+\S*$/, '')}…` : cut}`;
}
