-- Search: indexes over what the tables hold already, so that nothing has to be kept beside them. The words are those of
-- domain/src/search/search-words.ts: without accents, split at everything that is no letter or figure, camelCase also by its parts.

create function search_words(text) returns tsvector language sql immutable parallel safe as $$
  with plain as (
    select regexp_replace(normalize($1, nfkd), '[\u0300-\u036f]', '', 'g') as words
  ), apart as (
    select regexp_replace(words, '[^[:alnum:]]+', ' ', 'g') as words,
      regexp_replace(regexp_replace(words, '([[:lower:][:digit:]])([[:upper:]])', '\1 \2', 'g'), '[^[:alnum:]]+', ' ', 'g') as parts
    from plain
  )
  select strip(to_tsvector('simple', words || ' ' || parts) || to_tsvector('english', words || ' ' || parts)) from apart
$$;

create index idea_search on idea using gin (
  search_words(problem || ' ' || coalesce(context, '') || ' ' || coalesce(decision ->> 'sentence', '')));
create index story_search on story using gin (search_words(title || ' ' || persona || ' ' || need || ' ' || benefit));
create index task_search on task using gin (search_words(title || ' ' || why));
create index criterion_search on criterion using gin (search_words(text));
create index text_search on text using gin (search_words(text));
create index evidence_search on evidence using gin (search_words(text || ' ' || coalesce(author, '')));
