-- How members want to be told, and what goes out by mail. Addresses stay out of the feed with it.

create table "noticeSettings" (
  workspace_id text not null,
  id text not null,
  channels jsonb not null,
  "quietFrom" text,
  "quietTo" text,
  "timeZone" text not null,
  "unsubscribeToken" text not null,
  "mailedUpTo" bigint not null,
  "mailedAt" timestamptz,
  primary key (workspace_id, id)
);
create unique index notice_settings_by_token on "noticeSettings" (workspace_id, "unsubscribeToken");

create table mail (
  workspace_id text not null,
  id text not null,
  "personId" text not null,
  address text not null,
  subject text not null,
  text text not null,
  html text not null,
  unsubscribe text,
  "createdAt" timestamptz not null,
  "dueAt" timestamptz,
  attempts integer not null,
  "sentAt" timestamptz,
  error text,
  primary key (workspace_id, id)
);
create index mail_due on mail (workspace_id, "dueAt") where "dueAt" is not null;
