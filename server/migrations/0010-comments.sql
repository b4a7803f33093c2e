-- What people say about ideas and work items.

create table comment (
  workspace_id text not null,
  id text not null,
  "subjectId" text not null,
  "parentId" text,
  "authorId" text not null,
  text text not null,
  "mentionIds" jsonb not null,
  reactions jsonb not null,
  "createdAt" timestamptz not null,
  "editedAt" timestamptz,
  "resolvedAt" timestamptz,
  "resolvedBy" text,
  "removedAt" timestamptz,
  primary key (workspace_id, id)
);
create index comment_by_subject on comment (workspace_id, "subjectId", "createdAt", id);
create index comment_by_parent on comment (workspace_id, "parentId");
