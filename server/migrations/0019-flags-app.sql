-- When each environment key was last used. Telemetry: written apart from the road, and never under the workspace's counter.

create table environment_key_used (
  workspace_id text not null,
  "environmentKeyId" text not null,
  "lastUsedAt" timestamptz not null,
  primary key (workspace_id, "environmentKeyId")
);
