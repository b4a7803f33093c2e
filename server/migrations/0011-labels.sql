-- Free words with a colour, and what has which of them.

create table label (
  workspace_id text not null,
  id text not null,
  name text not null,
  colour text not null,
  "mergedIntoId" text,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);

create table labelling (
  workspace_id text not null,
  id text not null,
  "subjectId" text not null,
  "labelIds" jsonb not null,
  primary key (workspace_id, id)
);
create index labelling_by_subject on labelling (workspace_id, "subjectId");
