-- What people are told, and what they follow. All of it is theirs alone and never travels in the feed.

create table notice (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  kind text not null,
  "subjectId" text not null,
  seq bigint not null,
  "byId" text,
  words text not null,
  at timestamptz not null,
  "readAt" timestamptz,
  primary key (workspace_id, id)
);
-- Of one change a member is told once, whatever happens to the servers.
create unique index notice_once on notice (workspace_id, "memberId", seq desc);
create index notice_unread on notice (workspace_id, "memberId", "subjectId") where "readAt" is null;
create index notice_by_age on notice (workspace_id, at);

create table following (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  "subjectId" text not null,
  state text not null,
  since timestamptz not null,
  primary key (workspace_id, id)
);
create unique index following_by_subject on following (workspace_id, "subjectId", "memberId");

create table follower (
  workspace_id text not null,
  id text not null,
  seq bigint not null,
  primary key (workspace_id, id)
);

create table "toldReady" (
  workspace_id text not null,
  id text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
