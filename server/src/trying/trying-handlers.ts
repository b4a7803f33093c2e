/** Trying a feature for oneself: the link, the flag locked, and who one is in the product. */
import type { Actor } from '@shortlist/domain/decision.ts';
import type { Environment } from '@shortlist/domain/environment/environment.ts';
import type { Flag } from '@shortlist/domain/flag/flag.ts';
import { isRefusal, type Refusal } from '@shortlist/domain/refusal.ts';
import type { TryKey, TryLink } from '@shortlist/domain/trying/try-link.ts';
import { isOver, noTryLink, revokeTryLink, tryFlag, turnTryOff, turnTryOn } from '@shortlist/domain/trying/trying-decide.ts';
import type { Kysely } from 'kysely';
import { lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { Tables } from '../db/tables.ts';
import { noEnvironment } from '../environment/environment-handlers.ts';
import { lockFlag, noFlag, releaseState } from '../flag/flag-queries.ts';
import type { CommandScope, Handlers } from '../handler.ts';
import { hashSecret, makeSecret } from '../workspace/secrets.ts';

type TryingHandlers = Pick<Handlers, 'flag.tryIt' | 'try.open' | 'try.turnOn' | 'try.turnOff' | 'try.links' | 'try.revoke'>;

export const tryingHandlers: TryingHandlers = {
  'flag.tryIt': async (scope, input) => {
    const state = await lockTried(scope, input.flagKey, input.environment);
    if (isRefusal(state)) return state;
    const tryToken = makeSecret('try');
    const links = await readWhere(scope.trx, 'tryLink', scope.workspaceId, { flagKey: state.flag.key }, 'madeAt');
    const decision = tryFlag({ ...state, links, secretHash: hashSecret(tryToken) }, input, scope.context);
    if (isRefusal(decision)) return decision;
    return { changes: decision.changes, value: { tryLink: shown(decision.value), tryToken } };
  },

  'try.open': async ({ db, workspaceId, context }, input) => {
    const link = await linkBySecret(db, workspaceId, input.tryToken);
    if (link === undefined) return noTryLink();
    const over = isOver(link, context.now);
    if (over !== null) return over;
    const { memberId } = context.actor;
    const known = await keyOf(db, workspaceId, memberId, link.environment);
    const [login] = memberId === null ? [] : await readWhere(db, 'login', workspaceId, { memberId }, 'id');
    return { tryLink: shown(link), key: known?.key ?? null, email: login?.email ?? null };
  },

  'try.turnOn': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const seen = await linkBySecret(trx, workspaceId, input.tryToken);
    if (seen === undefined) return noTryLink();
    const state = await lockTried(scope, seen.flagKey, seen.environment);
    if (isRefusal(state)) return state;
    // A link that is revoked at the same moment waits here for its flag, or is gone.
    const link = await lockOne(trx, 'tryLink', workspaceId, seen.id);
    if (link === undefined) return noTryLink();
    const remembered = await keyOf(trx, workspaceId, context.actor.memberId, link.environment);
    return turnTryOn({ ...state, link, remembered }, input, context);
  },

  'try.turnOff': async (scope, input) => {
    const state = await lockTried(scope, input.flagKey, input.environment);
    return isRefusal(state) ? state : turnTryOff(state, input, scope.context);
  },

  'try.links': async ({ db, workspaceId, context }, input) => {
    const links = await readWhere(db, 'tryLink', workspaceId, { flagKey: input.flagKey }, 'madeAt');
    const members = await readWhere(db, 'member', workspaceId, {}, 'id');
    const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
    const open = links.filter(({ until }) => until > context.now);
    return { items: open.map((link) => ({ ...shown(link), by: names.get(link.madeBy) ?? 'Somebody' })), next: null };
  },

  'try.revoke': async ({ trx, workspaceId, context }, input) => {
    const seen = await readOne(trx, 'tryLink', workspaceId, input.tryLinkId);
    if (seen === undefined) return noTryLink();
    const flag = (await lockFlag(trx, workspaceId, seen.flagKey)) ?? null;
    const link = await lockOne(trx, 'tryLink', workspaceId, seen.id);
    return link === undefined ? noTryLink() : revokeTryLink({ link, flag }, context);
  },
};

/** Why entries of a flag that were taken away may not come back: their link is gone by now. Null where none is missing. */
export async function refusalOfTrying(
  { trx, workspaceId, context }: CommandScope,
  { before, after }: { readonly before: Flag; readonly after: Flag },
): Promise<Refusal | null> {
  const present = new Set(after.trying.map(({ linkId }) => linkId));
  for (const { linkId } of before.trying) {
    if (present.has(linkId)) continue;
    const link = await readOne(trx, 'tryLink', workspaceId, linkId);
    const over = link === undefined ? noTryLink() : isOver(link, context.now);
    if (over !== null) return over;
  }
  return null;
}

interface Tried {
  readonly flag: Flag;
  readonly environment: Environment;
  readonly teams: Awaited<ReturnType<typeof releaseState>>['teams'];
}

async function lockTried({ trx, workspaceId }: CommandScope, key: string, at: string): Promise<Tried | Refusal> {
  const flag = await lockFlag(trx, workspaceId, key);
  if (flag === undefined) return noFlag(key);
  const { environments, teams } = await releaseState(trx, workspaceId, flag.storyIds);
  const environment = environments.find((one) => one.key === at);
  return environment === undefined ? noEnvironment(at) : { flag, environment, teams };
}

async function linkBySecret(db: Kysely<Tables>, workspaceId: string, secret: string): Promise<TryLink | undefined> {
  return (await readWhere(db, 'tryLink', workspaceId, { secretHash: hashSecret(secret) }, 'id'))[0];
}

/** Who a member said to be in an environment; null where nothing was said. */
async function keyOf(
  db: Kysely<Tables>,
  workspaceId: string,
  memberId: Actor['memberId'],
  environment: string,
): Promise<TryKey | null> {
  if (memberId === null) return null;
  return (await readWhere(db, 'tryKey', workspaceId, { memberId, environment }, 'id'))[0] ?? null;
}

function shown({ secretHash: _kept, ...link }: TryLink): Omit<TryLink, 'secretHash'> {
  return link;
}
