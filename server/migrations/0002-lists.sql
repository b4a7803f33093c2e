-- What lists ask of the past: the changes of placements alone, for ages and stays in steps.

create index change_of_placements on change (workspace_id, seq) where entity = 'placement';

-- Saved views: those that everyone sees, and those of one member alone, which never travel.

create table view (
  workspace_id text not null,
  id text not null,
  name text not null,
  place text not null,
  query text not null,
  sort text not null,
  "group" text not null,
  layout text not null,
  lanes text not null,
  columns text not null,
  "madeBy" text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);

create table ownview (
  workspace_id text not null,
  id text not null,
  name text not null,
  place text not null,
  query text not null,
  sort text not null,
  "group" text not null,
  layout text not null,
  lanes text not null,
  columns text not null,
  "madeBy" text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create index ownview_by_maker on ownview (workspace_id, "madeBy", "createdAt");
