-- What the last look through each repository found of the flags.

create table "codeScan" (
  workspace_id text not null,
  id text not null,
  repository text not null,
  "filesRead" integer not null,
  "scannedAt" timestamptz not null,
  "reportedBy" text,
  primary key (workspace_id, id)
);
create unique index code_scan_by_repository on "codeScan" (workspace_id, repository);

create table "codeUse" (
  workspace_id text not null,
  id text not null,
  repository text not null,
  "flagKey" text not null,
  places jsonb not null,
  more integer not null,
  primary key (workspace_id, id)
);
create unique index code_use_by_flag on "codeUse" (workspace_id, "flagKey", repository);
create index code_use_by_repository on "codeUse" (workspace_id, repository);

-- The few that are on their way out are looked at every few seconds.
create index flag_to_clean_up on flag (workspace_id, id) where "cleanUp" is not null or "archivedAt" is not null;
