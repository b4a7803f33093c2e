/** What a client keeps: open work, and everything of the last ninety days. The rest is fetched by search or by opening it. */
import type { EntityName } from '@shortlist/domain/entities.ts';
import { sql, type RawBuilder } from 'kysely';

const keepsDays = 90;

type Condition = (workspaceId: string, since: string) => RawBuilder<boolean>;

// What waits in the parking lot to come again is there with all that was written, however long it waits.
const livePlacement: Condition = (workspaceId, since) =>
  sql`("doneAt" is null and "droppedAt" is null or coalesce("doneAt", "droppedAt") >= ${since}::timestamptz
    or "parkedAs" in (select id from idea where workspace_id = ${workspaceId} and "decidedAt" is null))`;
const liveIdea: Condition = (_, since) => sql`("decidedAt" is null or "decidedAt" >= ${since}::timestamptz)`;
const liveItems: Condition = (workspaceId, since) =>
  sql`(select id from placement where workspace_id = ${workspaceId} and ${livePlacement(workspaceId, since)})`;

/** Entities that are not named here are all live. */
const conditions: { readonly [Name in EntityName]?: Condition } = {
  placement: livePlacement,
  story: (workspaceId, since) => sql`id in ${liveItems(workspaceId, since)}`,
  task: (workspaceId, since) => sql`id in ${liveItems(workspaceId, since)}`,
  criterion: (workspaceId, since) => sql`"storyId" in ${liveItems(workspaceId, since)}`,
  question: (workspaceId, since) => sql`"storyId" in ${liveItems(workspaceId, since)}`,
  finding: (workspaceId, since) => sql`"storyId" in ${liveItems(workspaceId, since)}`,
  // What is live shows what it is linked to, and what it waits for.
  link: (workspaceId, since) => sql`("fromId" in ${liveItems(workspaceId, since)} or "toId" in ${liveItems(workspaceId, since)})`,
  idea: liveIdea,
  labelling: (workspaceId, since) => sql`("subjectId" in ${liveItems(workspaceId, since)}
    or "subjectId" in (select id from idea where workspace_id = ${workspaceId} and ${liveIdea(workspaceId, since)}))`,
  review: (_, since) => sql`("closedAt" is null or "closedAt" >= ${since}::timestamptz)`,
  flag: (_, since) => sql`("archivedAt" is null or "archivedAt" >= ${since}::timestamptz or "cleanUp" is not null)`,
  import: (_, since) => sql`"startedAt" >= ${since}::timestamptz`,
  contact: (workspaceId, since) =>
    sql`id in (select "suggesterId" from idea where workspace_id = ${workspaceId} and ${liveIdea(workspaceId, since)})`,
};

/** The SQL condition on an entity's own table under which a row is live at `now` (ISO 8601). */
export function isLive(name: EntityName, workspaceId: string, now: string): RawBuilder<boolean> {
  const since = new Date(Date.parse(now) - keepsDays * 24 * 60 * 60 * 1000).toISOString();
  return conditions[name]?.(workspaceId, since) ?? sql`true`;
}
