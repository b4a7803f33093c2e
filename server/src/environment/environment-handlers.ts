/** Environments and their keys. */
import {
  createEnvironment,
  createEnvironmentKey,
  editEnvironment,
  revokeEnvironmentKey,
} from '@shortlist/domain/environment/environment-decide.ts';
import type { Environment, EnvironmentKey } from '@shortlist/domain/environment/environment.ts';
import { isRefusal, refuse } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { fieldsOf, lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import type { Handlers } from '../handler.ts';
import { hashSecret, makeSecret } from '../workspace/secrets.ts';

type EnvironmentHandlers = Pick<
  Handlers,
  | 'environment.list'
  | 'environment.create'
  | 'environment.edit'
  | 'environment.createKey'
  | 'environment.listKeys'
  | 'environment.revokeKey'
>;

export const environmentHandlers: EnvironmentHandlers = {
  'environment.list': async ({ db, workspaceId }) => ({ items: await environmentsOf(db, workspaceId), next: null }),

  'environment.create': async ({ trx, workspaceId, context }, input) =>
    createEnvironment({ environments: await lockEnvironments(trx, workspaceId) }, input, context),

  'environment.edit': async ({ trx, workspaceId }, input) => {
    const environments = await lockEnvironments(trx, workspaceId);
    const environment = environments.find((one) => one.key === input.environment);
    if (environment === undefined) return noEnvironment(input.environment);
    const members = await readWhere(trx, 'member', workspaceId, { removedAt: null }, 'id');
    const memberIds = new Set<string>(members.map((member) => member.id));
    return editEnvironment({ environments, environment, memberIds }, input);
  },

  'environment.createKey': async ({ trx, workspaceId, context }, input) => {
    const environment = (await lockEnvironments(trx, workspaceId)).find((one) => one.key === input.environment);
    if (environment === undefined) return noEnvironment(input.environment);
    const keySecret = makeSecret(input.kind === 'server' ? 'srv' : 'brw');
    const { length: keys } = await readWhere(trx, 'environmentKey', workspaceId, { environmentId: environment.id }, 'id');
    const decision = createEnvironmentKey({ environment, keys, secretHash: hashSecret(keySecret) }, input, context);
    if (isRefusal(decision)) return decision;
    return { changes: decision.changes, value: { environmentKey: shown(decision.value), keySecret } };
  },

  'environment.listKeys': async ({ db, workspaceId }, input) => {
    const environment = (await environmentsOf(db, workspaceId)).find((one) => one.key === input.environment);
    if (environment === undefined) return noEnvironment(input.environment);
    const keys = await readWhere(db, 'environmentKey', workspaceId, { environmentId: environment.id }, 'createdAt');
    const used = await lastUses(db, workspaceId);
    return { items: keys.map((key) => ({ ...shown(key), lastUsedAt: used.get(key.id) ?? null })), next: null };
  },

  'environment.revokeKey': async ({ trx, workspaceId, context }, input) => {
    const seen = await readOne(trx, 'environmentKey', workspaceId, input.environmentKeyId);
    const environment = seen === undefined ? undefined : await lockOne(trx, 'environment', workspaceId, seen.environmentId);
    const key = await lockOne(trx, 'environmentKey', workspaceId, input.environmentKeyId);
    if (environment === undefined || key === undefined) {
      return refuse('not_found', 'There is no such key. It may have been revoked already.');
    }
    return revokeEnvironmentKey({ environment, key }, context);
  },
};

/** When each key was last used, by its id. */
async function lastUses(db: Kysely<Tables>, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const query = db.selectFrom('environment_key_used').select(['environmentKeyId', 'lastUsedAt']);
  const rows = await query.where('workspace_id', '=', workspaceId).execute();
  return new Map(rows.map((row) => [row.environmentKeyId, row.lastUsedAt]));
}

/** All environments of a workspace, in order. */
export async function environmentsOf(db: Kysely<Tables>, workspaceId: string): Promise<Environment[]> {
  return [...(await readWhere(db, 'environment', workspaceId, {}, 'position'))];
}

/** The same, locked: their order and their keys are counted. */
async function lockEnvironments(trx: Transaction<Tables>, workspaceId: string): Promise<readonly Environment[]> {
  const { rows } = await sql<Environment>`
    select ${fieldsOf('environment')} from environment where workspace_id = ${workspaceId} order by id for update`.execute(trx);
  return rows.toSorted((a, b) => a.position - b.position);
}

export function noEnvironment(key: string) {
  return refuse('not_found', `There is no environment ${key}. Look at the list of environments.`);
}

function shown({ secretHash: _kept, ...key }: EnvironmentKey): Omit<EnvironmentKey, 'secretHash'> {
  return key;
}
