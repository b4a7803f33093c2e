-- What work items are to each other, and where they are mentioned.

create table link (
  workspace_id text not null,
  id text not null,
  "fromId" text not null,
  "toId" text not null,
  kind text not null,
  "addedBy" text,
  "addedAt" timestamptz not null,
  primary key (workspace_id, id)
);
create index link_from on link (workspace_id, "fromId");
create index link_to on link (workspace_id, "toId");

-- The words of migration 0003. A handle is two of them: it is looked for by these, and then letter by letter.
create index comment_search on comment using gin (search_words(text));
