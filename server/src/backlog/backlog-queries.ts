/** What backlogs read: open placements in order, and the items they place. */
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import type { Task } from '@shortlist/domain/story/task.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';

/** The highest rank of the team's placements, or null before its first. */
export async function lastRank(db: Kysely<Tables>, workspaceId: string, teamId: string): Promise<string | null> {
  const { rows } = await sql<{ rank: string | null }>`
    select max(rank) as rank from placement
    where workspace_id = ${workspaceId} and "teamId" = ${teamId} and "doneAt" is null and "droppedAt" is null`.execute(db);
  return rows[0]?.rank ?? null;
}

/** Counted items of a team's backlog in order; `lock` keeps them until the transaction ends (the team is locked before). */
export async function openPlacements(
  db: Kysely<Tables>,
  workspaceId: string,
  teamId: string,
  lock: 'lock' | 'read',
): Promise<readonly Placement[]> {
  const { rows } = await sql<Placement>`
    select ${fieldsOf('placement')} from placement
    where workspace_id = ${workspaceId} and "teamId" = ${teamId} and "doneAt" is null and "droppedAt" is null
      and "stepId" is not null and not expedite
    order by id ${lock === 'lock' ? sql`for update` : sql``}`.execute(db);
  return rows.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
}

export interface PlacedItem {
  readonly item: Story | Task;
  readonly placement: Placement;
}

/** The stories and tasks of these placements, in the same order. */
export async function itemsOf(db: Kysely<Tables>, workspaceId: string, placements: readonly Placement[]): Promise<PlacedItem[]> {
  const ids = placements.map((placement) => placement.id);
  const stories = await readItems<Story>(db, 'story', workspaceId, ids);
  const tasks = await readItems<Task>(db, 'task', workspaceId, ids);
  return placements.flatMap((placement) => {
    const item = stories.get(placement.id) ?? tasks.get(placement.id);
    return item === undefined ? [] : [{ item, placement }];
  });
}

async function readItems<Item extends Story | Task>(
  db: Kysely<Tables>,
  name: 'story' | 'task',
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  const { rows } = await sql<Item>`
    select ${fieldsOf(name)} from ${sql.table(name)} where workspace_id = ${workspaceId} and id = any(${[...ids]})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
