-- Who has a problem is somebody of their own, whom stories point to. What stories said in a text becomes a persona: one for each
-- text, whatever its capitals and spaces.

create table persona (
  workspace_id text not null,
  id text not null,
  name text not null,
  goals text not null,
  frustrations text not null,
  notes text not null,
  "pictureId" text,
  "mergedIntoId" text,
  "archivedAt" timestamptz,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
-- The words of migration 0003: a story is found by whom it is about.
create index persona_search on persona using gin (search_words(name));

create function folded_name(name text) returns text language sql immutable as $$
  select lower(regexp_replace(btrim(normalize(name, nfc)), '\s+', ' ', 'g'))
$$;

-- Of several spellings the one most stories have, and of those the oldest.
create temporary table first_personas on commit drop as
select *, row_number() over (partition by workspace_id order by created, id) as place
from (
  select distinct on (workspace_id, folded_name(persona))
    workspace_id, folded_name(persona) as folded, 'per_' || md5(workspace_id || ' ' || folded_name(persona)) as id,
    persona as name, min("createdAt") as created
  from story where btrim(persona) <> ''
  group by workspace_id, persona
  order by workspace_id, folded_name(persona), count(*) desc, min("createdAt")
) as spelled;

insert into persona
select workspace_id, id, name, '', '', '', null, null, null, created from first_personas;

-- They come by the feed like any other change.
with counted as (
  update workspace_seq set seq = seq + made.many
  from (select workspace_id, count(*) as many from first_personas group by workspace_id) as made
  where workspace_seq.workspace_id = made.workspace_id
  returning workspace_seq.workspace_id, workspace_seq.seq - made.many as before
)
insert into change (workspace_id, seq, event, entity, id, subject, value, at, by, via, operation, command_id)
select workspace_id, before + place, 'persona.added', 'persona', id, id,
  jsonb_build_object(
    'id', id, 'name', name, 'goals', '', 'frustrations', '', 'notes', '', 'pictureId', null, 'mergedIntoId', null, 'archivedAt', null,
    'createdAt', to_char(created at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
  now(), null, 'system', 'persona.add', md5(workspace_id || ' personas')::uuid
from first_personas join counted using (workspace_id);

drop index story_search;
alter table story add column "personaId" text;
update story set "personaId" = first_personas.id from first_personas
where story.workspace_id = first_personas.workspace_id and folded_name(story.persona) = first_personas.folded;
alter table story drop column persona;
create index story_search on story using gin (search_words(title || ' ' || need || ' ' || benefit));
create index story_by_persona on story (workspace_id, "personaId");

-- The log keeps the words that were written; beside them stands whom they mean now, so that an undo goes back to them.
update change set value = value || jsonb_build_object('personaId', (
  select id from first_personas
  where first_personas.workspace_id = change.workspace_id and folded = folded_name(change.value ->> 'persona')))
where entity = 'story' and value ? 'persona';

drop function folded_name(text);
