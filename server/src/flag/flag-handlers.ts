/** Flags, apart from the ladder: load what the decisions read, the flag's row locked. */
import { randomBytes } from 'node:crypto';
import {
  archiveFlag,
  copyFlag,
  createFlag,
  editFlag,
  excludeFromFlag,
  killFlag,
  linkFlag,
  revertFlag,
  setFlagRules,
  unlinkFlag,
  type FlagState,
} from '@shortlist/domain/flag/flag-decide.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { configIn } from '@shortlist/domain/ladder/rungs.ts';
import { whoSees } from '@shortlist/domain/ladder/who-sees.ts';
import { isRefusal, type Refusal } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { seqOfEntity } from '../changes/read-changes.ts';
import { fieldsOf, lockOne } from '../db/load-entity.ts';
import { environmentsOf, noEnvironment } from '../environment/environment-handlers.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { pageOf, readCursor } from '../paging.ts';
import { noItem } from '../story/story-handlers.ts';
import { refusedPeople } from '../workspace/given-people.ts';
import { explain } from './explain-flag.ts';
import { countsOf, lastAsked } from './flag-figures.ts';
import { flagByKey, flagOfStory, freeKey, lockFlag, noFlag, releaseState } from './flag-queries.ts';
import { rulesFault } from './rules-fault.ts';

type FlagHandlers = Pick<
  Handlers,
  | 'flag.create'
  | 'flag.edit'
  | 'flag.link'
  | 'flag.unlink'
  | 'flag.setRules'
  | 'flag.kill'
  | 'flag.exclude'
  | 'flag.copy'
  | 'flag.revert'
  | 'flag.archive'
  | 'flag.list'
  | 'flag.get'
  | 'flag.asked'
  | 'flag.counts'
  | 'flag.explain'
>;

export const flagHandlers: FlagHandlers = {
  'flag.create': async ({ trx, workspaceId, context }, input) => {
    const story = input.storyId == null ? null : ((await lockOne(trx, 'story', workspaceId, input.storyId)) ?? null);
    if (story === null && input.storyId != null) return noItem(input.storyId);
    const key = input.key ?? (await freeKey(trx, workspaceId, input.title ?? story?.title ?? ''));
    const state = {
      ...(await releaseState(trx, workspaceId, story === null ? [] : [story.id])),
      story,
      flagOfStory: story === null ? null : ((await flagOfStory(trx, workspaceId, story.id)) ?? null),
      key,
      isKeyTaken: (await flagByKey(trx, workspaceId, key)) !== undefined,
      salt: randomBytes(12).toString('hex'),
    };
    return createFlag(state, input, context);
  },

  'flag.edit': async (scope, input) => {
    const no = await refusedPeople(scope, [input.ownerId], 'release');
    if (no !== null) return no;
    const state = await lockState(scope, input.key);
    return isRefusal(state) ? state : editFlag(state, input, scope.context);
  },

  'flag.link': async ({ trx, workspaceId }, input) => {
    // The story first: two flags that take it at the same moment wait for each other here.
    const story = await lockOne(trx, 'story', workspaceId, input.storyId);
    const flag = await lockFlag(trx, workspaceId, input.key);
    if (story === undefined) return noItem(input.storyId);
    if (flag === undefined) return noFlag(input.key);
    return linkFlag({ flag, story, flagOfStory: (await flagOfStory(trx, workspaceId, story.id)) ?? null });
  },

  'flag.unlink': async ({ trx, workspaceId }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.key);
    return flag === undefined ? noFlag(input.key) : unlinkFlag({ flag }, input);
  },

  'flag.setRules': async (scope, input) => {
    const state = await lockState(scope, input.key, input.environment);
    if (isRefusal(state)) return state;
    const decision = setFlagRules(state, input, scope.context);
    if (isRefusal(decision)) return decision;
    return (await rulesFault(scope.trx, scope.workspaceId, decision.value, input.environment)) ?? decision;
  },

  'flag.kill': async (scope, input) => {
    const state = await lockState(scope, input.key, input.environment);
    return isRefusal(state) ? state : killFlag(state, input, scope.context);
  },

  'flag.exclude': async (scope, input) => {
    const state = await lockState(scope, input.key);
    return isRefusal(state) ? state : excludeFromFlag(state, input, scope.context);
  },

  'flag.copy': async (scope, input) => {
    const state = await lockState(scope, input.key, input.to);
    if (isRefusal(state)) return state;
    if (!state.environments.some((one) => one.key === input.from)) return noEnvironment(input.from);
    return copyFlag(state, input, scope.context);
  },

  'flag.revert': async (scope, input) => {
    const state = await lockState(scope, input.key);
    if (isRefusal(state)) return state;
    const row = await scope.trx
      .selectFrom('change')
      .select('value')
      .where('workspace_id', '=', scope.workspaceId)
      .where('seq', '=', input.seq)
      .where('entity', '=', 'flag')
      .where('id', '=', state.flag.id)
      .executeTakeFirst();
    // The log holds values that the schema let through.
    const earlier = (row?.value ?? null) as Flag | null;
    const decision = revertFlag({ ...state, earlier }, input, scope.context);
    if (isRefusal(decision)) return decision;
    for (const { key } of state.environments) {
      const fault = await rulesFault(scope.trx, scope.workspaceId, decision.value, key);
      if (fault !== null) return fault;
    }
    return decision;
  },

  'flag.archive': async ({ trx, workspaceId, context }, input) => {
    const flag = await lockFlag(trx, workspaceId, input.key);
    return flag === undefined ? noFlag(input.key) : archiveFlag({ flag }, input, context);
  },

  'flag.list': async ({ db, workspaceId }, input) => {
    const [id] = readCursor(input.after, ['text']) ?? [null];
    const { rows } = await sql<Flag>`
      select ${fieldsOf('flag')} from flag
      where workspace_id = ${workspaceId} and ("archivedAt" is not null) = ${input.archived}
        and (${input.kind ?? null}::text is null or kind = ${input.kind ?? null})
        and (${input.rung ?? null}::text is null or rung = ${input.rung ?? null})
        and (${input.storyId ?? null}::text is null or "storyIds" @> ${JSON.stringify([input.storyId ?? ''])}::jsonb)
        and (${id}::text is null or id < ${id})
      order by id desc limit ${input.limit + 1}`.execute(db);
    return pageOf(rows, input.limit, (last) => [last.id]);
  },

  'flag.get': async ({ db, workspaceId, context }, input) => {
    const flag = await flagByKey(db, workspaceId, input.key);
    if (flag === undefined) return noFlag(input.key);
    const environments = await environmentsOf(db, workspaceId);
    const seen = await db
      .selectFrom('flag_seen')
      .select(['environment', 'lastEvaluatedAt'])
      .where('workspace_id', '=', workspaceId)
      .where('flagKey', '=', flag.key)
      .execute();
    const asked = new Map(seen.map((row) => [row.environment, row.lastEvaluatedAt]));
    return {
      flag,
      seq: await seqOfEntity(db, workspaceId, 'flag', flag.id),
      sentence: whoSees(flag, environments, context.now),
      environments: environments.map(({ id, key }) => ({
        environment: key,
        environmentId: id,
        config: configIn(flag, key),
        lastEvaluatedAt: asked.get(key) ?? null,
      })),
    };
  },

  'flag.asked': async ({ db, workspaceId }) => ({ items: await lastAsked(db, workspaceId) }),

  'flag.counts': async ({ db, workspaceId, context }, input) => {
    const flag = await flagByKey(db, workspaceId, input.key);
    if (flag === undefined) return noFlag(input.key);
    const environments = await environmentsOf(db, workspaceId);
    if (!environments.some((one) => one.key === input.environment)) return noEnvironment(input.environment);
    return await countsOf(db, { workspaceId, ...input, now: context.now });
  },

  'flag.explain': async ({ db, workspaceId, context }, input) => {
    const flag = await flagByKey(db, workspaceId, input.key);
    if (flag === undefined) return noFlag(input.key);
    const environments = await environmentsOf(db, workspaceId);
    if (!environments.some((one) => one.key === input.environment)) return noEnvironment(input.environment);
    return await explain(db, { workspaceId, flag, environment: input.environment, context: input.context, now: context.now });
  },
};

/** The flag, locked, with what decides who may release it; a refusal where it or the named environment is not there. */
async function lockState({ trx, workspaceId }: CommandScope, key: string, environment?: string): Promise<FlagState | Refusal> {
  const flag = await lockFlag(trx, workspaceId, key);
  if (flag === undefined) return noFlag(key);
  const { environments, teams } = await releaseState(trx, workspaceId, flag.storyIds);
  if (environment !== undefined && !environments.some((one) => one.key === environment)) return noEnvironment(environment);
  return { flag, environments, teams };
}
