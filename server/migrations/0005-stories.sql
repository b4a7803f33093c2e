-- Acceptance criteria become a tree and are verified by environment.

alter table criterion
  add column "parentId" text,
  add column example jsonb,
  add column verdicts jsonb not null default '[]',
  add column formerly jsonb not null default '[]',
  add column "wordedAt" timestamptz;
update criterion set "wordedAt" = "createdAt";
alter table criterion alter column "wordedAt" set not null;

-- Ready is what the team asks: a result, answered questions, somebody else who has read it.

alter table story
  add column outcome jsonb,
  add column "wordedBy" text,
  add column "wordedAt" timestamptz,
  add column read jsonb,
  add column "designRead" jsonb;
update story set "wordedAt" = "createdAt";
alter table story alter column "wordedAt" set not null;

-- A team that is there already keeps what it asked for so far.
alter table team add column "readyPoints" jsonb not null default '["persona", "need", "benefit", "criterion"]';
alter table team alter column "readyPoints" drop default;

create table question (
  workspace_id text not null,
  id text not null,
  "storyId" text not null,
  text text not null,
  "ownerId" text,
  "askedBy" text not null,
  "askedAt" timestamptz not null,
  answer text,
  "answeredBy" text,
  "answeredAt" timestamptz,
  primary key (workspace_id, id)
);
create index question_by_story on question (workspace_id, "storyId", "askedAt");
