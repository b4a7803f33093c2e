/** What may be meant by some words: a bounded number of rows of each kind, unranked. The tables' own indexes find them. */
import type { HitStanding, HitType } from '@shortlist/domain/search/search-hit.ts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../db/tables.ts';

export interface Candidate {
  readonly type: HitType;
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly text: string;
  readonly standing: HitStanding;
  readonly note: string | null;
}

export interface Wish {
  readonly workspaceId: string;
  readonly types: readonly HitType[];
  /** Only ideas of this member. */
  readonly suggesterId: string | null;
}

/** So many of each kind are ranked, the youngest: a word that stands everywhere costs no more than a rare one. */
const mostOfAKind = 200;
/** Long texts are ranked by their beginning. */
const lettersRanked = 20_000;

/** Rows that have the words of a full-text query. */
export async function candidatesWith(db: Kysely<Tables>, wish: Wish, asked: RawBuilder<unknown>): Promise<readonly Candidate[]> {
  const parts = wish.types.map((type) => sql`(${kinds[type](wish, asked)})`);
  const { rows } = await sql<Candidate>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows;
}

/** What is named by a handle, which names one thing at most; null where there is none that the wish allows. */
export async function namedBy(db: Kysely<Tables>, wish: Wish, handle: string): Promise<Candidate | null> {
  const type = wish.types.find((one) => handle.startsWith(`${one.toUpperCase()}-`));
  if (type !== 'idea' && type !== 'story' && type !== 'task') return null;
  const { rows } = await rowsOf[type](wish, sql`handle = ${handle}`).execute(db);
  return rows[0] ?? null;
}

/** The rows of one kind that have the words of a full-text query. */
type KindQuery = (wish: Wish, asked: RawBuilder<unknown>) => RawBuilder<unknown>;

/** The words are those of an index (migrations 0003 and 0014), letter by letter. */
const has = (words: RawBuilder<unknown>, asked: RawBuilder<unknown>) => sql`search_words(${words}) @@ ${asked}`;

const ideaStanding = sql`case idea.decision ->> 'kind'
  when 'reject' then 'rejected' when 'merge' then 'merged' when 'refine' then 'refined' else 'open' end`;
const itemStanding = sql`case when placement."parkedAs" is not null then 'open' when placement."droppedAt" is not null then 'dropped'
  when placement."doneAt" is not null then 'done' else 'open' end`;
const itemNote = sql`placement.dropped ->> 'sentence'`;
/** What a criterion, a text or a piece of evidence belongs to. */
const subject = (id: RawBuilder<unknown>) => sql`
  left join story on story.workspace_id = found.workspace_id and story.id = ${id}
  left join task on task.workspace_id = found.workspace_id and task.id = ${id}
  left join idea on idea.workspace_id = found.workspace_id and idea.id = ${id}
  left join placement on placement.workspace_id = found.workspace_id and placement.id = ${id}`;
const subjectFields = sql`
  coalesce(story.handle, task.handle, idea.handle, '') as handle, coalesce(story.title, task.title, idea.problem, '') as title`;
const subjectStanding = sql`case when idea.id is not null then ${ideaStanding} else ${itemStanding} end as standing`;

const storyWords = sql`title || ' ' || need || ' ' || benefit`;
/** Of whom the found story is about; merged personas mean whom they were merged into. */
const personaName = sql`(
  with recursive meant as (
    select * from persona where persona.workspace_id = found.workspace_id and persona.id = found."personaId"
    union all
    select persona.* from persona
    join meant on meant.workspace_id = persona.workspace_id and meant."mergedIntoId" = persona.id
  )
  select name from meant where "mergedIntoId" is null)`;

/** What has a handle of its own, where a condition on its table holds. */
type ItemQuery = (wish: Wish, condition: RawBuilder<unknown>) => RawBuilder<Candidate>;

const rowsOf: Readonly<Record<'idea' | 'story' | 'task', ItemQuery>> = {
  idea: ({ workspaceId, suggesterId }, condition) => sql`
    select 'idea' as type, id, handle, problem as title,
      concat_ws(' ', context, decision ->> 'sentence') as text, ${ideaStanding} as standing, decision ->> 'sentence' as note
    from idea
    where workspace_id = ${workspaceId} and (${suggesterId}::text is null or "suggesterId" = ${suggesterId})
      and ${condition}
    order by "capturedAt" desc limit ${sql.lit(mostOfAKind)}`,
  story: ({ workspaceId }, condition) => sql`
    select 'story' as type, found.id, found.handle, found.title, concat_ws(' ', ${personaName}, found.need, found.benefit) as text,
      ${itemStanding} as standing, ${itemNote} as note
    from (
      select * from story where workspace_id = ${workspaceId} and ${condition}
      order by "createdAt" desc limit ${sql.lit(mostOfAKind)}
    ) as found left join placement on placement.workspace_id = found.workspace_id and placement.id = found.id`,
  task: ({ workspaceId }, condition) => sql`
    select 'task' as type, found.id, found.handle, found.title, found.why as text, ${itemStanding} as standing, ${itemNote} as note
    from (
      select * from task where workspace_id = ${workspaceId} and ${condition}
      order by "createdAt" desc limit ${sql.lit(mostOfAKind)}
    ) as found left join placement on placement.workspace_id = found.workspace_id and placement.id = found.id`,
};

const ideaWords = sql`problem || ' ' || coalesce(context, '') || ' ' || coalesce(decision ->> 'sentence', '')`;

const kinds: Readonly<Record<HitType, KindQuery>> = {
  idea: (wish, asked) => rowsOf.idea(wish, has(ideaWords, asked)),
  story: (wish, asked) => {
    const { workspaceId } = wish;
    const byWords = sql`select id from story where workspace_id = ${workspaceId} and ${has(storyWords, asked)}`;
    return rowsOf.story(wish, sql`id in (${byWords} union ${storiesAbout(workspaceId, asked)})`);
  },
  task: (wish, asked) => rowsOf.task(wish, has(sql`title || ' ' || why`, asked)),
  criterion: ({ workspaceId }, asked) => sql`
    select 'criterion' as type, found.id, story.handle || ' AC-' || found.number as handle, story.title, found.text,
      ${itemStanding} as standing, null as note
    from (
      select * from criterion where workspace_id = ${workspaceId} and ${has(sql`text`, asked)}
      order by "createdAt" desc limit ${sql.lit(mostOfAKind)}
    ) as found
    join story on story.workspace_id = found.workspace_id and story.id = found."storyId"
    left join placement on placement.workspace_id = found.workspace_id and placement.id = found."storyId"`,
  text: ({ workspaceId }, asked) => sql`
    select 'text' as type, found.id, ${subjectFields}, left(found.text, ${sql.lit(lettersRanked)}) as text,
      ${subjectStanding}, null as note
    from (
      select * from text where workspace_id = ${workspaceId} and ${has(sql`text`, asked)}
      order by "editedAt" desc limit ${sql.lit(mostOfAKind)}
    ) as found ${subject(sql`found."subjectId"`)}`,
  evidence: ({ workspaceId }, asked) => sql`
    select 'evidence' as type, found.id, ${subjectFields}, concat_ws(' ', left(found.text, ${sql.lit(lettersRanked)}), found.author) as text,
      ${subjectStanding}, null as note
    from (
      select * from evidence where workspace_id = ${workspaceId} and ${has(sql`text || ' ' || coalesce(author, '')`, asked)}
      order by "saidAt" desc limit ${sql.lit(mostOfAKind)}
    ) as found ${subject(sql`found."subjectId"`)}`,
};

/** Ids of stories that have the words together with the name of whom they are about, of whom one word at least is the name's. */
function storiesAbout(workspaceId: string, asked: RawBuilder<unknown>): RawBuilder<unknown> {
  // Its words are letters and figures, so that every & is an operator.
  const anyOfIt = sql`replace((${asked})::text, '&', '|')::tsquery`;
  return sql`(
    with recursive about as (
      select workspace_id, id, name from persona
      where workspace_id = ${workspaceId} and "mergedIntoId" is null and search_words(name) @@ ${anyOfIt}
      union all
      select persona.workspace_id, persona.id, about.name from persona
      join about on about.workspace_id = persona.workspace_id and about.id = persona."mergedIntoId"
    )
    select story.id from about
    join story on story.workspace_id = about.workspace_id and story."personaId" = about.id
    where ${has(sql`${storyWords} || ' ' || about.name`, asked)})`;
}
