-- The spine: the change log with its counter, people, and the core loop's entities.
-- Columns are the entities' fields, letter by letter; every key begins with workspace_id.

create table installation (
  only_one boolean primary key default true check (only_one),
  workspace_id text not null,
  setup_token_hash text,
  created_at timestamptz not null default now()
);

create table workspace_seq (
  workspace_id text primary key,
  seq bigint not null
);

create table handle_counter (
  workspace_id text not null,
  kind text not null,
  last integer not null,
  primary key (workspace_id, kind)
);

create table change (
  workspace_id text not null,
  seq bigint not null,
  event text not null,
  entity text not null,
  id text not null,
  subject text not null,
  value jsonb,
  at timestamptz not null,
  by text,
  via text not null,
  operation text not null,
  command_id uuid not null,
  primary key (workspace_id, seq)
);
create index change_by_id on change (workspace_id, id, seq desc);
create index change_by_subject on change (workspace_id, subject, seq desc);
create index change_by_command on change (workspace_id, command_id);
create index change_by_time on change (workspace_id, at);

create table idempotency_key (
  workspace_id text not null,
  key text not null,
  member_id text not null,
  operation text not null,
  input_hash text not null,
  answer jsonb,
  seq bigint not null,
  at timestamptz not null,
  primary key (workspace_id, key)
);
create index idempotency_key_by_time on idempotency_key (at);

create table workspace (
  workspace_id text not null,
  id text not null,
  name text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);

create table member (
  workspace_id text not null,
  id text not null,
  name text not null,
  role text not null,
  discipline text not null,
  "joinedAt" timestamptz not null,
  "removedAt" timestamptz,
  primary key (workspace_id, id)
);

create table contact (
  workspace_id text not null,
  id text not null,
  name text not null,
  source text,
  "externalId" text,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index contact_by_source on contact (workspace_id, source, "externalId");

create table team (
  workspace_id text not null,
  id text not null,
  key text not null,
  name text not null,
  "timeZone" text not null,
  "workingDays" jsonb not null,
  "windowDays" integer not null,
  "declaredWeekly" double precision not null,
  steps jsonb not null,
  "memberIds" jsonb not null,
  "leadIds" jsonb not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index team_by_key on team (workspace_id, key);

create table idea (
  workspace_id text not null,
  id text not null,
  handle text not null,
  problem text not null,
  context text,
  "suggesterId" text not null,
  decision jsonb,
  "keptCount" integer not null,
  source text,
  "externalId" text,
  "capturedAt" timestamptz not null,
  "decidedAt" timestamptz,
  primary key (workspace_id, id)
);
create unique index idea_by_handle on idea (workspace_id, handle);
create unique index idea_by_source on idea (workspace_id, source, "externalId");
create index idea_by_time on idea (workspace_id, "capturedAt" desc, id desc);
create index idea_undecided on idea (workspace_id, "capturedAt" desc, id desc) where "decidedAt" is null;

create table review (
  workspace_id text not null,
  id text not null,
  "startedBy" text not null,
  "driverId" text not null,
  "startedAt" timestamptz not null,
  "closedAt" timestamptz,
  queue jsonb not null,
  entries jsonb not null,
  summary jsonb,
  primary key (workspace_id, id)
);

create table story (
  workspace_id text not null,
  id text not null,
  handle text not null,
  title text not null,
  persona text not null,
  need text not null,
  benefit text not null,
  size text,
  "ownerId" text,
  "ideaId" text,
  "criteriaNumbered" integer not null,
  source text,
  "externalId" text,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index story_by_handle on story (workspace_id, handle);
create unique index story_by_source on story (workspace_id, source, "externalId");

create table task (
  workspace_id text not null,
  id text not null,
  handle text not null,
  title text not null,
  why text not null,
  size text,
  "ownerId" text,
  "ideaId" text,
  source text,
  "externalId" text,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index task_by_handle on task (workspace_id, handle);
create unique index task_by_source on task (workspace_id, source, "externalId");

create table criterion (
  workspace_id text not null,
  id text not null,
  "storyId" text not null,
  number integer not null,
  rank text collate "C" not null,
  text text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create index criterion_by_story on criterion (workspace_id, "storyId", rank);
create unique index criterion_by_number on criterion (workspace_id, "storyId", number);

create table placement (
  workspace_id text not null,
  id text not null,
  kind text not null,
  "teamId" text not null,
  "stepId" text,
  rank text collate "C" not null,
  "committedAt" timestamptz,
  "startedAt" timestamptz,
  "doneAt" timestamptz,
  "droppedAt" timestamptz,
  dropped jsonb,
  verified boolean,
  expedite boolean not null,
  override jsonb,
  "enteredStepAt" timestamptz not null,
  primary key (workspace_id, id)
);
create index placement_open on placement (workspace_id, "teamId", rank) where "doneAt" is null and "droppedAt" is null;
create index placement_done on placement (workspace_id, "teamId", "doneAt") where "doneAt" is not null;
create index placement_by_end on placement (workspace_id, (coalesce("doneAt", "droppedAt")));

create table text (
  workspace_id text not null,
  id text not null,
  "subjectId" text not null,
  field text not null,
  text text not null,
  "editedAt" timestamptz not null,
  primary key (workspace_id, id)
);

create table evidence (
  workspace_id text not null,
  id text not null,
  "subjectId" text not null,
  text text not null,
  url text,
  author text,
  "saidAt" timestamptz not null,
  source text,
  "externalId" text,
  primary key (workspace_id, id)
);
create index evidence_by_subject on evidence (workspace_id, "subjectId", "saidAt", id);
create unique index evidence_by_source on evidence (workspace_id, source, "externalId");

create table import (
  workspace_id text not null,
  id text not null,
  source text not null,
  "fileName" text not null,
  "teamId" text not null,
  "startedBy" text not null,
  "startedAt" timestamptz not null,
  "finishedAt" timestamptz,
  "undoneAt" timestamptz,
  total integer not null,
  done integer not null,
  counts jsonb not null,
  piles jsonb not null,
  primary key (workspace_id, id)
);

create table login (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  email text not null,
  "passwordHash" text not null,
  primary key (workspace_id, id)
);
create unique index login_by_email on login (workspace_id, email);

create table session (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  "secretHash" text not null,
  "createdAt" timestamptz not null,
  "expiresAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index session_by_secret on session ("secretHash");
create index session_by_member on session (workspace_id, "memberId");

create table invitation (
  workspace_id text not null,
  id text not null,
  "secretHash" text not null,
  role text not null,
  "teamId" text,
  note text not null,
  "invitedBy" text not null,
  "createdAt" timestamptz not null,
  "expiresAt" timestamptz not null,
  "usedAt" timestamptz,
  primary key (workspace_id, id)
);
create unique index invitation_by_secret on invitation ("secretHash");

create table token (
  workspace_id text not null,
  id text not null,
  "memberId" text not null,
  name text not null,
  scope text not null,
  "secretHash" text not null,
  "createdAt" timestamptz not null,
  "expiresAt" timestamptz,
  primary key (workspace_id, id)
);
create unique index token_by_secret on token ("secretHash");
create index token_by_member on token (workspace_id, "memberId");
