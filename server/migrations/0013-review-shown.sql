-- The idea of a running review that its driver went to, so that everyone who follows sees it.

alter table review add column "shownId" text;
