/** What flags read: by key, by story, and what they are asked for. */
import { proposeFlagKey } from '@shortlist/domain/flag/new-flag.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import type { Placement } from '@shortlist/domain/backlog/placement.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import type { Team } from '@shortlist/domain/workspace/team.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { fieldsOf } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { environmentsOf } from '../environment/environment-handlers.ts';

export async function flagByKey(db: Kysely<Tables>, workspaceId: string, key: string): Promise<Flag | undefined> {
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId} and key = ${key}`.execute(db);
  return rows[0];
}

/** As `flagByKey`, locked until the transaction ends. */
export async function lockFlag(trx: Transaction<Tables>, workspaceId: string, key: string): Promise<Flag | undefined> {
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag where workspace_id = ${workspaceId} and key = ${key} for update`.execute(trx);
  return rows[0];
}

/** The flag that serves a story; a story has at most one. */
export async function flagOfStory(db: Kysely<Tables>, workspaceId: string, storyId: string): Promise<Flag | undefined> {
  const { rows } = await sql<Flag>`
    select ${fieldsOf('flag')} from flag
    where workspace_id = ${workspaceId} and "storyIds" @> ${JSON.stringify([storyId])}::jsonb`.execute(db);
  return rows[0];
}

/** What decides who may release a flag: the environments, and the teams of the stories it serves. */
export async function releaseState(db: Kysely<Tables>, workspaceId: string, storyIds: readonly string[]) {
  const placements = await rowsOf<Placement>(db, 'placement', workspaceId, storyIds);
  const teamIds = [...new Set(placements.map((placement) => placement.teamId))];
  return {
    environments: await environmentsOf(db, workspaceId),
    teams: await rowsOf<Team>(db, 'team', workspaceId, teamIds),
    stories: await rowsOf<Story>(db, 'story', workspaceId, storyIds),
  };
}

async function rowsOf<Row>(
  db: Kysely<Tables>,
  name: 'placement' | 'team' | 'story',
  workspaceId: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${fieldsOf(name)} from ${sql.table(name)} where workspace_id = ${workspaceId} and id = any(${[...ids]}) order by id`.execute(
    db,
  );
  return rows;
}

/** A key made from a title that no flag has. */
export async function freeKey(db: Kysely<Tables>, workspaceId: string, title: string): Promise<string> {
  const first = proposeFlagKey(title, () => false);
  const { rows } = await sql<{ key: string }>`
    select key from flag where workspace_id = ${workspaceId} and key like ${`${first}%`}`.execute(db);
  const taken = new Set(rows.map((row) => row.key));
  return proposeFlagKey(title, (key) => taken.has(key));
}

export function noFlag(key: string) {
  return refuse('not_found', `There is no flag ${key}. Look at the list of flags.`);
}
