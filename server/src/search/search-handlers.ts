/** Search: PostgreSQL finds what may be meant, the words of the domain rank it, as they do in the browser. */
import type { Actor } from '@shortlist/domain/decision.ts';
import { handlePattern } from '@shortlist/domain/id-format.ts';
import type { OutputOf } from '@shortlist/domain/operations.ts';
import { excerpt } from '@shortlist/domain/search/found-parts.ts';
import { SearchIndex, type Wanted } from '@shortlist/domain/search/search-index.ts';
import { hitTypes, type HitType } from '@shortlist/domain/search/search-hit.ts';
import { isStopWord, stemOf, wordsOf } from '@shortlist/domain/search/search-words.ts';
import { sharedWords, similarFromWords, wantedFor } from '@shortlist/domain/search/similar.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Handlers } from '../handler.ts';
import { readCursor } from '../paging.ts';
import { wordsMeantBy } from './known-words.ts';
import { candidatesWith, namedBy, type Candidate, type Wish } from './search-queries.ts';

type SearchHandlers = Pick<Handlers, 'search.find' | 'idea.similar'>;
type Hit = OutputOf<'search.find'>['items'][number];

/** With fewer than these found, slips of the hand are looked for too. */
const enough = 5;
/** So many words of a text are looked for, its rarest. */
const wordsLookedFor = 12;
const similarShown = 5;

export const searchHandlers: SearchHandlers = {
  'search.find': async ({ db, workspaceId, context }, input) => {
    const wish = wishOf(workspaceId, context.actor, input.types ?? hitTypes);
    const words = [...new Set(wordsOf(input.query))];
    if (words.length === 0 || wish.types.length === 0) return { items: [], next: null };
    const handle = input.query.toUpperCase();
    const named = handlePattern.test(handle) ? await namedBy(db, wish, handle) : null;
    const found = await candidatesWith(db, wish, allOf(words));
    const near = named !== null || found.length >= enough ? [] : await nearOnes(db, wish, words);
    const { ranked: byWords, wanted } = rank([...found, ...near], input.query);
    const ranked = named === null ? byWords : [named, ...byWords.filter(({ id }) => id !== named.id)];
    const from = Number(readCursor(input.after, ['number'])?.[0] ?? 0);
    const items = ranked.slice(from, from + input.limit).map((candidate) => hitOf(candidate, wanted));
    const next = from + input.limit < ranked.length ? Buffer.from(String(from + input.limit)).toString('base64url') : null;
    return { items, next };
  },

  'idea.similar': async ({ db, workspaceId, context }, input) => {
    const wish = wishOf(workspaceId, context.actor, ['idea', 'story', 'task']);
    const wanted = wantedFor(input.text);
    if (wanted.length < similarFromWords) return { items: [] };
    const candidates = await candidatesWith(
      db,
      wish,
      anyOf(
        await rarest(
          db,
          workspaceId,
          wanted.map(({ word }) => word),
        ),
      ),
    );
    const { index, byId } = indexed(candidates);
    const items = index.find(wanted, { limit: similarShown, any: true }).flatMap(({ id }) => {
      const candidate = byId.get(id);
      if (candidate === undefined) return [];
      return [{ ...hitOf(candidate, wanted), shared: [...sharedWords(index, wanted, `${candidate.title} ${candidate.text}`)] }];
    });
    return { items };
  },
};

/** Suggesters find their own ideas, and nothing else. */
function wishOf(workspaceId: string, { role, memberId }: Actor, types: readonly HitType[]): Wish {
  if (roleMay(role, 'read')) return { workspaceId, types, suggesterId: null };
  return { workspaceId, types: types.filter((type) => type === 'idea'), suggesterId: memberId ?? 'nobody' };
}

/** A full-text query for texts with each of these words, by their stems, or with one it may mean; the last one may be begun. */
function allOf(words: readonly string[], meant: ReadonlyMap<string, readonly string[]> = new Map()): RawBuilder<unknown> {
  const telling = words.filter((word) => !isStopWord(word));
  const last = words.at(-1);
  const each = (telling.length > 0 ? telling : words).map((word) => {
    const forms = [stemmed(word), ...(word === last ? [begun(word)] : []), ...(meant.get(word) ?? []).map(stemmed)];
    return sql`(${sql.join(forms, sql` || `)})`;
  });
  return sql`(${sql.join(each, sql` && `)})`;
}

function anyOf(words: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(words.map(stemmed), sql` || `)})`;
}

function stemmed(word: string): RawBuilder<unknown> {
  return sql`(plainto_tsquery('english', ${word}) || plainto_tsquery('simple', ${word}))`;
}

/** Words are letters and figures alone, so that nothing in them means anything to PostgreSQL. */
function begun(word: string): RawBuilder<unknown> {
  return sql`to_tsquery('simple', ${`'${word}':*`})`;
}

async function nearOnes(db: Kysely<Tables>, wish: Wish, words: readonly string[]): Promise<readonly Candidate[]> {
  const meant = await wordsMeantBy(db, wish.workspaceId, words);
  return meant.size === 0 ? [] : await candidatesWith(db, wish, allOf(words, meant));
}

/** The rarest of some words, by how many ideas have them; a count stops where it no longer matters. */
async function rarest(db: Kysely<Tables>, workspaceId: string, words: readonly string[]): Promise<readonly string[]> {
  if (words.length <= wordsLookedFor / 2) return words;
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words.slice(0, 60)}::text[]) as word,
      lateral (
        select count(*) as times from (
          select 1 from idea where workspace_id = ${workspaceId}
            and search_words(problem || ' ' || coalesce(context, '') || ' ' || coalesce(decision ->> 'sentence', ''))
              @@ plainto_tsquery('english', word)
          limit 200
        ) as holders
      ) as counted
    order by times limit ${wordsLookedFor}`.execute(db);
  return rows.map(({ word }) => word);
}

function rank(
  candidates: readonly Candidate[],
  query: string,
): { readonly ranked: readonly Candidate[]; readonly wanted: readonly Wanted[] } {
  const { index, byId } = indexed(candidates);
  const wanted = index.wantedBy(query);
  const found = index.find(wanted, { limit: candidates.length });
  return { ranked: found.flatMap(({ id }) => byId.get(id) ?? []), wanted };
}

function indexed(candidates: readonly Candidate[]) {
  const index = new SearchIndex();
  const byId = new Map<string, Candidate>();
  for (const candidate of candidates) {
    if (byId.has(candidate.id)) continue;
    byId.set(candidate.id, candidate);
    // What belongs to an item is found by its own words, not by the item's.
    const isPart = !['idea', 'story', 'task'].includes(candidate.type);
    index.put({ id: candidate.id, title: isPart ? '' : candidate.title, body: candidate.text });
  }
  return { index, byId };
}

function hitOf({ type, id, handle, title, text, standing, note }: Candidate, wanted: readonly Wanted[]): Hit {
  const has = wordsOf(text).some((word) => wanted.some(({ stems }) => stems.has(stemOf(word))));
  return { type, id, handle, title, excerpt: has ? excerpt(text, wanted) : '', standing, note };
}
