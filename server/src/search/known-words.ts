/**
 * The words that were ever written in a workspace, for slips of the hand. They are learned from the feed beside all commands, which
 * wait for nothing; what is not learned yet is read when somebody asks. Who may find what is not asked here: words alone are shown to nobody.
 */
import type { EntityName } from '@shortlist/domain/entities.ts';
import { isStopWord, wordsOf } from '@shortlist/domain/search/search-words.ts';
import { nearWords, slipsForgiven } from '@shortlist/domain/search/vocabulary.ts';
import { sql, type Kysely } from 'kysely';
import { lastSeq } from '../changes/read-changes.ts';
import type { Tables } from '../db/tables.ts';

/** Changes read at a time, so that a position is saved every now and then. */
const learnedAtOnce = 1_000;
/** So many changes that are not learned yet are read when somebody asks, the newest. */
const readWhenAsked = 500;
/** So many words of a query may have slips in them. */
const wordsCorrected = 12;

/** What `search.find` looks in. */
const withWords: readonly EntityName[] = ['idea', 'story', 'task', 'criterion', 'text', 'evidence', 'persona'];
/** Of any of them; a field has one meaning wherever it is. */
const texts = sql`concat_ws(' ', value ->> 'problem', value ->> 'context', value -> 'decision' ->> 'sentence', value ->> 'title',
  value ->> 'why', value ->> 'need', value ->> 'benefit', value ->> 'text', value ->> 'author', value ->> 'name')`;

interface WrittenText {
  readonly seq: number;
  readonly text: string;
}

/** Reads on in the feed until there is nothing new. Of several servers one learns, and the others wait and find nothing. */
export async function learnWords(db: Kysely<Tables>, workspaceId: string): Promise<void> {
  let grewMuch = false;
  while ((await positionOf(db, workspaceId)) < (await lastSeq(db, workspaceId))) {
    grewMuch = (await learnSome(db, workspaceId)) || grewMuch;
  }
  if (grewMuch) await countRows(db);
}

/**
 * PostgreSQL counts the rows of a table a minute after it grew. Until then it takes one for all but empty, and cuts every row's text into
 * words instead of asking the index.
 */
async function countRows(db: Kysely<Tables>): Promise<void> {
  await sql`analyze ${sql.join([...withWords, 'placement'].map((name) => sql.table(name)))}`.execute(db);
}

/** Answers whether there is more to learn than is learned at once. */
async function learnSome(db: Kysely<Tables>, workspaceId: string): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    await sql`insert into search_words_read (workspace_id, seq) values (${workspaceId}, 0) on conflict do nothing`.execute(trx);
    await sql`select from search_words_read where workspace_id = ${workspaceId} for update`.execute(trx);
    const head = await lastSeq(trx, workspaceId);
    const written = await writtenAfter(trx, workspaceId, await positionOf(trx, workspaceId), 'oldest', learnedAtOnce);
    const upTo = written.length < learnedAtOnce ? head : (written.at(-1)?.seq ?? head);
    await sql`
      insert into search_word (workspace_id, word) select ${workspaceId}, unnest(${wordsIn(written)}::text[])
      on conflict do nothing`.execute(trx);
    await sql`update search_words_read set seq = greatest(seq, ${upTo}) where workspace_id = ${workspaceId}`.execute(trx);
    return written.length === learnedAtOnce;
  });
}

/** For each word that may have a slip in it, the words that were written and may be meant; none where there are none. */
export async function wordsMeantBy(
  db: Kysely<Tables>,
  workspaceId: string,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = words.filter((word) => slipsForgiven(word) > 0).slice(0, wordsCorrected);
  if (asked.length === 0) return new Map();
  const lookUps = asked.map((word) => {
    const slips = slipsForgiven(word);
    // A word is letters and figures, so that nothing in it means anything to `like`.
    return sql`select word from search_word where workspace_id = ${workspaceId} and word like ${`${word[0]}%`}
      and char_length(word) between ${word.length - slips} and ${word.length + slips}`;
  });
  const { rows } = await sql<{ word: string }>`${sql.join(lookUps, sql` union `)} order by word`.execute(db);
  const unread = await writtenAfter(db, workspaceId, await positionOf(db, workspaceId), 'newest', readWhenAsked);
  const known = [...new Set([...rows.map(({ word }) => word), ...wordsIn(unread)])];
  const meant = asked.map((word) => [word, nearWords(known, word).map((near) => near.word)] as const);
  return new Map(meant.filter(([, near]) => near.length > 0));
}

async function positionOf(db: Kysely<Tables>, workspaceId: string): Promise<number> {
  const row = await db.selectFrom('search_words_read').select('seq').where('workspace_id', '=', workspaceId).executeTakeFirst();
  return row?.seq ?? 0;
}

async function writtenAfter(
  db: Kysely<Tables>,
  workspaceId: string,
  after: number,
  first: 'oldest' | 'newest',
  most: number,
): Promise<readonly WrittenText[]> {
  const { rows } = await sql<WrittenText>`
    select seq, ${texts} as text from change
    where workspace_id = ${workspaceId} and seq > ${after} and entity = any(${[...withWords]}) and value is not null
    order by seq ${first === 'oldest' ? sql`asc` : sql`desc`} limit ${most}`.execute(db);
  return rows;
}

/** The words that a slip may be corrected to: of letters alone, since a figure is another figure and no slip. */
function wordsIn(written: readonly WrittenText[]): readonly string[] {
  const words = new Set(written.flatMap(({ text }) => wordsOf(text)));
  return [...words].filter((word) => word.length >= 3 && word.length <= 30 && /^\p{L}+$/u.test(word) && !isStopWord(word));
}
