-- Trying a feature for oneself: links, who one is in the product, for whom it is on, and what was found meanwhile.

alter table environment add column address text;
alter table flag add column trying jsonb not null default '[]';

create table "tryLink" (
  workspace_id text not null,
  id text not null,
  "flagKey" text not null,
  environment text not null,
  "secretHash" text not null,
  "madeBy" text not null,
  "madeAt" timestamptz not null,
  until timestamptz not null,
  primary key (workspace_id, id)
);
create unique index try_link_by_secret on "tryLink" (workspace_id, "secretHash");
create index try_link_by_flag on "tryLink" (workspace_id, "flagKey");

create table "tryKey" (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  environment text not null,
  key text not null,
  primary key (workspace_id, id)
);
create unique index try_key_of_member on "tryKey" (workspace_id, "memberId", environment);

create table finding (
  workspace_id text not null,
  id text not null,
  "storyId" text not null,
  "criterionId" text,
  kind text not null,
  text text not null,
  environment text not null,
  "foundBy" text not null,
  "foundAt" timestamptz not null,
  "settledBy" text,
  "settledAt" timestamptz,
  primary key (workspace_id, id)
);
create index finding_by_story on finding (workspace_id, "storyId");
