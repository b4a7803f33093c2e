/** Up and down the ladder: the flag's row locked, with what its guards read. */
import { climbLadder, stepDownLadder } from '@shortlist/domain/ladder/ladder-decide.ts';
import type { Environment } from '@shortlist/domain/environment/environment.ts';
import type { Criterion } from '@shortlist/domain/story/criterion.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import { sql, type Kysely } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { environmentsOf } from '../environment/environment-handlers.ts';
import { lockFlag, noFlag, releaseState } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';
import { codeFactsOf } from '../removal/removal-queries.ts';

export const ladderHandlers: Pick<Handlers, 'ladder.climb' | 'ladder.stepDown'> = {
  'ladder.climb': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    if (flag === undefined) return noFlag(input.flagKey);
    const { environments, teams, stories } = await releaseState(trx, workspaceId, flag.storyIds);
    const state = {
      flag,
      environments,
      teams,
      segments: await readWhere(trx, 'segment', workspaceId, {}, 'key'),
      unverified: await unverifiedOf(trx, workspaceId, stories, environments),
      // Bugs are not there yet; the guard reads them from here.
      openRisks: [],
      codePlaces: input.rung === 'permanent' ? await codePlacesOf(trx, workspaceId, flag.key) : 0,
    };
    return climbLadder(state, input, context);
  },

  'ladder.stepDown': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    if (flag === undefined) return noFlag(input.flagKey);
    return stepDownLadder({ flag, environments: await environmentsOf(trx, workspaceId) }, input, context);
  },
};

/** Where the last reports of all repositories found the key. */
async function codePlacesOf(db: Kysely<Tables>, workspaceId: string, key: string): Promise<number> {
  const facts = (await codeFactsOf(db, workspaceId, [key])).get(key);
  return facts === undefined ? 0 : facts.places.length + facts.more;
}

/** Criteria that were not seen to hold in production; of one with parts, its parts are what counts. */
async function unverifiedOf(
  db: Kysely<Tables>,
  workspaceId: string,
  stories: readonly Story[],
  environments: readonly Environment[],
): Promise<readonly string[]> {
  if (stories.length === 0) return [];
  const { rows } = await sql<Criterion>`
    select ${fieldsOf('criterion')} from criterion
    where workspace_id = ${workspaceId} and "storyId" = any(${stories.map((story) => story.id)}) order by number`.execute(db);
  const production = new Set(environments.filter((one) => one.isProduction).map((one) => one.key));
  const withParts = new Set(rows.map((criterion) => criterion.parentId));
  const handles = new Map(stories.map((story) => [story.id, story.handle]));
  return rows
    .filter(({ id }) => !withParts.has(id))
    .filter(({ verdicts }) => !verdicts.some(({ environment, verdict }) => production.has(environment) && verdict === 'passed'))
    .map(({ storyId, number }) => `${handles.get(storyId) ?? ''} AC-${number}`);
}
