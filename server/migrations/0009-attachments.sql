-- Files attached to ideas and work items. Their bytes are kept beside the database, under the same id.

create table attachment (
  workspace_id text not null,
  id text not null,
  "subjectId" text not null,
  name text not null,
  type text not null,
  size integer not null,
  "addedBy" text not null,
  "addedAt" timestamptz not null,
  primary key (workspace_id, id)
);
create index attachment_by_subject on attachment (workspace_id, "subjectId", "addedAt", id);

create table received_file (
  workspace_id text not null,
  id text not null,
  member_id text not null,
  type text not null,
  size integer not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index received_file_by_member on received_file (workspace_id, member_id, at);
