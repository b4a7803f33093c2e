-- Whoever asked is told of a no half an hour after the review, once. Those who were told at once before are not told again.

alter table review add column "answersAt" timestamptz, add column "answeredAt" timestamptz;
create index review_to_answer on review (workspace_id, "answersAt") where "answeredAt" is null;
alter table idea add column "answeredAt" timestamptz;
update idea set "answeredAt" = "decidedAt" where decision ->> 'kind' in ('reject', 'merge');
