-- Environments with their keys, segments, flags, and what is counted about them.

create table environment (
  workspace_id text not null,
  id text not null,
  key text not null,
  name text not null,
  position integer not null,
  "isProduction" boolean not null,
  "restrictedTo" jsonb,
  "keysChanged" integer not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index environment_by_key on environment (workspace_id, key);

create table "environmentKey" (
  workspace_id text not null,
  id text not null,
  "environmentId" text not null,
  kind text not null,
  name text not null,
  "secretHash" text not null,
  "createdBy" text not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index environment_key_by_secret on "environmentKey" ("secretHash");
create index environment_key_by_environment on "environmentKey" (workspace_id, "environmentId");

create table segment (
  workspace_id text not null,
  id text not null,
  key text not null,
  name text not null,
  unit text not null,
  included jsonb not null,
  excluded jsonb not null,
  rules jsonb not null,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index segment_by_key on segment (workspace_id, key);

create table flag (
  workspace_id text not null,
  id text not null,
  key text not null,
  title text not null,
  kind text not null,
  type text not null,
  variants jsonb not null,
  "onVariant" text not null,
  "offVariant" text not null,
  salt text not null,
  "clientSide" boolean not null,
  "ownerId" text,
  "storyIds" jsonb not null,
  rung text not null,
  ladder jsonb not null,
  excluded jsonb not null,
  environments jsonb not null,
  "lastMove" jsonb,
  "cleanUp" jsonb,
  "lifetimeDays" integer,
  "archivedAt" timestamptz,
  "createdAt" timestamptz not null,
  primary key (workspace_id, id)
);
create unique index flag_by_key on flag (workspace_id, key);
create index flag_by_story on flag using gin ("storyIds" jsonb_path_ops);

-- What a set of flags was changed by since a version, which is a seq.
create index change_of_flags on change (workspace_id, seq) where entity in ('flag', 'segment');

-- What products told about their flags, added up by the hour. Telemetry: it never takes the workspace's counter.
create table flag_count (
  workspace_id text not null,
  environment text not null,
  "flagKey" text not null,
  variant text not null,
  "ruleId" text not null,
  hour timestamptz not null,
  evaluations bigint not null,
  exposures bigint not null,
  primary key (workspace_id, environment, "flagKey", hour, variant, "ruleId")
);

create table flag_seen (
  workspace_id text not null,
  environment text not null,
  "flagKey" text not null,
  "lastEvaluatedAt" timestamptz not null,
  primary key (workspace_id, environment, "flagKey")
);

create table flag_outcome (
  workspace_id text not null,
  environment text not null,
  event text not null,
  "flagKey" text not null,
  variant text not null,
  hour timestamptz not null,
  count bigint not null,
  sum double precision not null,
  "sumOfSquares" double precision not null,
  primary key (workspace_id, environment, event, "flagKey", hour, variant)
);

-- Workspaces that were there before get what a new one begins with, as changes of the feed like any other.
with first as (
  select workspace_id, to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created from workspace
), made as (
  select workspace_id, given.place, 'environment' as entity,
    jsonb_build_object(
      'id', 'env_' || md5(workspace_id || given.key), 'key', given.key, 'name', given.name, 'position', given.place,
      'isProduction', given.key = 'production', 'restrictedTo', null, 'keysChanged', 0, 'createdAt', created) as value
  from first, (values (0, 'development', 'Development'), (1, 'staging', 'Staging'), (2, 'production', 'Production'))
    as given (place, key, name)
  union all
  select workspace_id, given.place, 'segment',
    jsonb_build_object(
      'id', 'seg_' || md5(workspace_id || given.key), 'key', given.key, 'name', given.name, 'unit', given.unit,
      'included', '[]'::jsonb, 'excluded', '[]'::jsonb, 'rules', '[]'::jsonb, 'createdAt', created)
  from first, (values (3, 'ourselves', 'Ourselves', 'user'), (4, 'beta', 'Beta', 'customer')) as given (place, key, name, unit)
), counted as (
  update workspace_seq set seq = seq + 5 where workspace_id in (select workspace_id from first) returning workspace_id, seq
), told as (
  insert into change (workspace_id, seq, event, entity, id, subject, value, at, by, via, operation, command_id)
  select made.workspace_id, counted.seq - 4 + made.place, made.entity || '.created', made.entity, made.value ->> 'id',
    made.value ->> 'id', made.value, now(), null, 'system', 'workspace.setUp', md5(made.workspace_id || 'flags')::uuid
  from made join counted using (workspace_id)
), environments as (
  insert into environment
  select made.workspace_id, row.* from made, jsonb_to_record(made.value)
    as row (id text, key text, name text, position integer, "isProduction" boolean, "restrictedTo" jsonb,
      "keysChanged" integer, "createdAt" timestamptz)
  where made.entity = 'environment'
)
insert into segment
select made.workspace_id, row.* from made, jsonb_to_record(made.value)
  as row (id text, key text, name text, unit text, included jsonb, excluded jsonb, rules jsonb, "createdAt" timestamptz)
where made.entity = 'segment';
