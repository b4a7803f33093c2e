-- Acceptance criteria become a tree and are verified by environment.

alter table criterion
  add column "parentId" text,
  add column example jsonb,
  add column verdicts jsonb not null default '[]',
  add column formerly jsonb not null default '[]',
  add column "wordedAt" timestamptz;
update criterion set "wordedAt" = "createdAt";
alter table criterion alter column "wordedAt" set not null;
