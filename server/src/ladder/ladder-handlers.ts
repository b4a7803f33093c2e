/** Up and down the ladder: the flag's row locked, with what its guards read. */
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { climbLadder, stepDownLadder, type ClimbState } from '@shortlist/domain/ladder/ladder-decide.ts';
import { haltClimb, resumeClimb, takeDueSteps } from '@shortlist/domain/ladder/schedule-decide.ts';
import type { Environment } from '@shortlist/domain/environment/environment.ts';
import type { Criterion } from '@shortlist/domain/story/criterion.ts';
import type { Story } from '@shortlist/domain/story/story.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { fieldsOf, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { environmentsOf } from '../environment/environment-handlers.ts';
import { lockFlag, noFlag, releaseState } from '../flag/flag-queries.ts';
import type { Handlers } from '../handler.ts';
import { codeFactsOf } from '../removal/removal-queries.ts';
import { lockDue, seenSince } from './due-steps.ts';

type LadderHandlers = Pick<
  Handlers,
  'ladder.climb' | 'ladder.stepDown' | 'ladder.halt' | 'ladder.resume' | 'ladder.takeDueSteps'
>;

export const ladderHandlers: LadderHandlers = {
  'ladder.climb': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    if (flag === undefined) return noFlag(input.flagKey);
    return climbLadder(await climbState(trx, workspaceId, flag), input, context);
  },

  'ladder.stepDown': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    if (flag === undefined) return noFlag(input.flagKey);
    return stepDownLadder({ flag, environments: await environmentsOf(trx, workspaceId) }, input, context);
  },

  'ladder.halt': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    return flag === undefined ? noFlag(input.flagKey) : haltClimb({ flag }, input, context);
  },

  'ladder.resume': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.flagKey);
    if (flag === undefined) return noFlag(input.flagKey);
    return resumeClimb({ flag, ...(await releaseState(trx, workspaceId, flag.storyIds)) }, context);
  },

  'ladder.takeDueSteps': async ({ trx, workspaceId, context }) => {
    const states = [];
    for (const flag of await lockDue(trx, workspaceId, context.now)) {
      const state = await climbState(trx, workspaceId, flag);
      const production = state.environments.filter((one) => one.isProduction).map((one) => one.key);
      states.push({ ...state, seen: await seenSince(trx, workspaceId, flag, production) });
    }
    return takeDueSteps(states, context);
  },
};

/** What a climb's needs and guards read. */
async function climbState(trx: Transaction<Tables>, workspaceId: string, flag: Flag): Promise<ClimbState> {
  const { environments, teams, stories } = await releaseState(trx, workspaceId, flag.storyIds);
  return {
    flag,
    environments,
    teams,
    segments: await readWhere(trx, 'segment', workspaceId, {}, 'key'),
    unverified: await unverifiedOf(trx, workspaceId, stories, environments),
    openFindings: await openFindingsOf(trx, workspaceId, flag.storyIds),
    // Bugs are not there yet; the guard reads them from here.
    openRisks: [],
    codePlaces: await codePlacesOf(trx, workspaceId, flag.key),
  };
}

/** What was found while these stories were tried, and is not settled; polish is not counted. */
async function openFindingsOf(db: Kysely<Tables>, workspaceId: string, storyIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from finding
    where workspace_id = ${workspaceId} and "storyId" = any(${[...storyIds]}) and kind = 'finding' and "settledAt" is null`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

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
