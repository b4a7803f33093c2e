-- What a workspace teaches the problem check: words of its own domain, and findings that were set aside.

create table term (
  workspace_id text not null,
  id text not null,
  word text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index term_by_word on term (workspace_id, lower(word));

create table dismissal (
  workspace_id text not null,
  id text not null,
  "storyId" text not null,
  rule text not null,
  words text not null,
  reason text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index dismissal_by_finding on dismissal (workspace_id, "storyId", rule, words);
