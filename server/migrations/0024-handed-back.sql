-- What nobody touched goes back to the parking lot by itself, on a day that was announced.

alter table placement add column "leavesAt" timestamptz;
create index placement_in_refinement on placement (workspace_id, "teamId")
  where "stepId" is null and "doneAt" is null and "droppedAt" is null;
