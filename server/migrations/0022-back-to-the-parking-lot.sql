-- An item that goes back from refinement to the parking lot: its idea is undecided again, and both know of each other.

alter table placement add column "parkedAs" text;
alter table idea add column "itemId" text;
create index idea_by_item on idea (workspace_id, "itemId") where "itemId" is not null;
