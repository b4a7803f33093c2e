-- Slips of the hand are looked up among the words that were ever written, instead of by the likeness of whole titles. Both tables are
-- filled from the feed (server/src/search/known-words.ts) and are no part of a backup.
create table search_word (
  workspace_id text not null,
  -- By code points, so that words with one first letter stand together.
  word text collate "C" not null,
  primary key (workspace_id, word)
);
create table search_words_read (
  workspace_id text primary key,
  seq bigint not null
);

-- Made by earlier versions at each start, where pg_trgm was there.
drop index if exists idea_typos;
drop index if exists story_typos;
drop index if exists task_typos;

-- The same words as before for a third of the time: most texts have plain letters and no camelCase, and a function of PL/pgSQL keeps
-- its plans.
create or replace function search_words(text) returns tsvector language plpgsql immutable parallel safe as $$
declare
  plain text := $1;
  words text;
begin
  if octet_length(plain) > length(plain) then
    plain := regexp_replace(normalize(plain, nfkd), '[\u0300-\u036f]', '', 'g');
  end if;
  words := regexp_replace(plain, '[^[:alnum:]]+', ' ', 'g');
  if plain ~ '[[:lower:][:digit:]][[:upper:]]' then
    words := words || ' ' || regexp_replace(
      regexp_replace(plain, '([[:lower:][:digit:]])([[:upper:]])', '\1 \2', 'g'), '[^[:alnum:]]+', ' ', 'g');
  end if;
  return strip(to_tsvector('simple', words) || to_tsvector('english', words));
end $$;
alter function search_words(text) cost 1000000;

-- No question has another way than these indexes, so that nothing is gained by counting what they hold: PostgreSQL cut 30,000 texts into
-- words for that, half a minute of a core, each time that much was imported.
alter index idea_search alter column 1 set statistics 0;
alter index story_search alter column 1 set statistics 0;
alter index task_search alter column 1 set statistics 0;
alter index criterion_search alter column 1 set statistics 0;
alter index text_search alter column 1 set statistics 0;
alter index evidence_search alter column 1 set statistics 0;
alter index persona_search alter column 1 set statistics 0;
alter index comment_search alter column 1 set statistics 0;
