-- Members who work on a story or a task beside its owner; null is nobody.

alter table story add column "collaboratorIds" jsonb;
alter table task add column "collaboratorIds" jsonb;
