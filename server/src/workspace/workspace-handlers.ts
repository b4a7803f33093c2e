/** Setting up, signing in, inviting, joining; members and tokens. */
import {
  editMember,
  createToken,
  inviteMember,
  joinWorkspace,
  noSetup,
  removeMember,
  setUpWorkspace,
  startSession,
  usableInvitation,
} from '@shortlist/domain/workspace/member-decide.ts';
import { memberOf, put, remove } from '@shortlist/domain/decision.ts';
import { setFeature } from '@shortlist/domain/feature/feature-decide.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import { isRefusal, refuse } from '@shortlist/domain/refusal.ts';
import type { Token } from '@shortlist/domain/workspace/credentials.ts';
import { lockOne, readOne, readWhere } from '../db/load-entity.ts';
import type { CommandScope, Handlers, QueryScope } from '../handler.ts';
import { hashPassword, hashSecret, isPassword, makeSecret, nobodysPassword, sameHash } from './secrets.ts';
import { noMember, noTeam } from './refused-names.ts';

type WorkspaceHandlers = Pick<
  Handlers,
  | 'workspace.setUp'
  | 'workspace.edit'
  | 'workspace.setFeature'
  | 'session.start'
  | 'session.end'
  | 'session.current'
  | 'member.invite'
  | 'invitation.list'
  | 'invitation.revoke'
  | 'member.join'
  | 'member.edit'
  | 'member.remove'
  | 'member.list'
  | 'token.create'
  | 'token.list'
  | 'token.revoke'
>;

export const workspaceHandlers: WorkspaceHandlers = {
  'workspace.setUp': async ({ trx, workspaceId, context }, input) => {
    const installation = await trx.selectFrom('installation').selectAll().forUpdate().executeTakeFirstOrThrow();
    const hash = installation.setup_token_hash;
    const link = {
      setUpAlready: (await readOne(trx, 'workspace', workspaceId, workspaceId)) !== undefined,
      tokenMatches: hash !== null && sameHash(hash, hashSecret(input.setupToken)),
    };
    const no = noSetup(link);
    if (no !== null) return no;
    const secrets = await newSecrets(input.password);
    // The installation's own id.
    const state = { ...secrets, ...link, workspaceId: workspaceId as Id<'workspace'> };
    const decision = setUpWorkspace(state, input, context);
    if (isRefusal(decision)) return decision;
    await trx.updateTable('installation').set({ setup_token_hash: null }).execute();
    const { member } = decision.value;
    return { changes: decision.changes, value: { ...decision.value, sessionSecret: secrets.sessionSecret }, by: member.id };
  },

  'workspace.edit': async ({ trx, workspaceId }, input) => {
    const workspace = await lockOne(trx, 'workspace', workspaceId, workspaceId);
    if (workspace === undefined) return noWorkspace();
    const edited = { ...workspace, name: input.name };
    return { changes: [put('workspace.edited', 'workspace', edited)], value: edited };
  },

  'workspace.setFeature': async ({ trx, workspaceId }, input) => {
    const workspace = await lockOne(trx, 'workspace', workspaceId, workspaceId);
    return workspace === undefined ? noWorkspace() : setFeature({ workspace }, input);
  },

  'session.start': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const login = await trx
      .selectFrom('login')
      .select(['memberId', 'passwordHash'])
      .where('workspace_id', '=', workspaceId)
      .where('email', '=', input.email)
      .executeTakeFirst();
    const right = await isPassword(input.password, login?.passwordHash ?? nobodysPassword());
    const member = login === undefined ? undefined : await readOne(trx, 'member', workspaceId, login.memberId);
    const workspace = await readOne(trx, 'workspace', workspaceId, workspaceId);
    if (!right || member === undefined || member.removedAt !== null || workspace === undefined) {
      return refuse(
        'wrong_credentials',
        'That e-mail and password do not go together. Check both, or ask an admin for a new invitation.',
      );
    }
    const sessionSecret = makeSecret('ses');
    const decision = startSession({ member, sessionHash: hashSecret(sessionSecret) }, context);
    if (isRefusal(decision)) return decision;
    return { changes: decision.changes, value: { member, workspace, sessionSecret }, by: member.id };
  },

  'session.end': async ({ sessionId }) => {
    if (sessionId === null)
      return refuse('conflict', 'There is no session to end: this was called with a token. Revoke the token instead.');
    return { changes: [remove('session.ended', 'session', sessionId)], value: {} };
  },

  'session.current': async (scope) => {
    const { db, workspaceId, context } = scope;
    const member = await readOne(db, 'member', workspaceId, memberOf(context.actor));
    const workspace = await readOne(db, 'workspace', workspaceId, workspaceId);
    if (member === undefined || workspace === undefined) return refuse('not_signed_in', 'Sign in first.');
    return { member, workspace };
  },

  'member.invite': async ({ trx, workspaceId, context }, input) => {
    if (input.teamId != null && (await readOne(trx, 'team', workspaceId, input.teamId)) === undefined)
      return noTeam(input.teamId);
    const invitationSecret = makeSecret('inv');
    const decision = inviteMember({ secretHash: hashSecret(invitationSecret) }, input, context);
    if (isRefusal(decision)) return decision;
    const { secretHash: _kept, ...invitation } = decision.value;
    return { changes: decision.changes, value: { invitation, invitationSecret } };
  },

  'invitation.list': async ({ db, workspaceId, context }) => {
    const all = await readWhere(db, 'invitation', workspaceId, { usedAt: null }, 'createdAt');
    const open = all.filter((invitation) => invitation.expiresAt > context.now);
    return { items: open.map(({ secretHash: _kept, ...invitation }) => invitation), next: null };
  },

  'invitation.revoke': async ({ trx, workspaceId }, input) => {
    const invitation = await lockOne(trx, 'invitation', workspaceId, input.invitationId);
    if (invitation === undefined) return refuse('not_found', 'There is no such invitation. It may have been revoked already.');
    return { changes: [remove('invitation.revoked', 'invitation', invitation.id)], value: {} };
  },

  'member.join': async ({ trx, workspaceId, context }, input) => {
    const secretHash = hashSecret(input.invitationSecret);
    const found = await trx
      .selectFrom('invitation')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('secretHash', '=', secretHash)
      .executeTakeFirst();
    const seen = found === undefined ? undefined : await readOne(trx, 'invitation', workspaceId, found.id);
    const team = seen?.teamId == null ? undefined : await lockOne(trx, 'team', workspaceId, seen.teamId);
    const invitation = seen === undefined ? undefined : await lockOne(trx, 'invitation', workspaceId, seen.id);
    const usable = usableInvitation(invitation ?? null, context.now);
    if (isRefusal(usable)) return usable;
    const secrets = await newSecrets(input.password);
    const emailTaken = await trx
      .selectFrom('login')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('email', '=', input.email)
      .executeTakeFirst();
    const workspace = await readOne(trx, 'workspace', workspaceId, workspaceId);
    const state = { ...secrets, invitation: usable, emailTaken: emailTaken !== undefined, team: team ?? null };
    const decision = joinWorkspace(state, input, context);
    if (isRefusal(decision)) return decision;
    if (workspace === undefined) return noWorkspace();
    const member = decision.value;
    return { changes: decision.changes, value: { member, workspace, sessionSecret: secrets.sessionSecret }, by: member.id };
  },

  'member.edit': async (scope, input) => {
    const member = await lockOne(scope.trx, 'member', scope.workspaceId, input.memberId);
    if (member === undefined) return noMember(input.memberId);
    return editMember({ member, owners: await lockOwners(scope) }, input, scope.context);
  },

  'member.remove': async (scope, input) => {
    const { trx, workspaceId, context } = scope;
    const teams = await lockTeams(scope);
    const member = await lockOne(trx, 'member', workspaceId, input.memberId);
    if (member === undefined) return noMember(input.memberId);
    const state = {
      member,
      owners: await lockOwners(scope),
      teams,
      logins: await readWhere(trx, 'login', workspaceId, { memberId: member.id }, 'id'),
      sessions: await readWhere(trx, 'session', workspaceId, { memberId: member.id }, 'id'),
      tokens: await readWhere(trx, 'token', workspaceId, { memberId: member.id }, 'id'),
    };
    return removeMember(state, input, context);
  },

  'member.list': async ({ db, workspaceId }) => ({
    items: [...(await readWhere(db, 'member', workspaceId, {}, 'joinedAt'))],
    next: null,
  }),

  'token.create': async ({ context }, input) => {
    const tokenSecret = makeSecret('tok');
    const decision = createToken({ secretHash: hashSecret(tokenSecret) }, input, context);
    if (isRefusal(decision)) return decision;
    return { changes: decision.changes, value: { token: shown(decision.value), tokenSecret } };
  },

  'token.list': async (scope) => ({ items: (await tokensOfCaller(scope)).map(shown), next: null }),

  'token.revoke': async ({ trx, workspaceId, context }, input) => {
    const token = await lockOne(trx, 'token', workspaceId, input.tokenId);
    if (token === undefined || token.memberId !== context.actor.memberId) {
      return refuse('not_found', 'You have no such token. It may have been revoked already.');
    }
    return { changes: [remove('token.revoked', 'token', token.id)], value: {} };
  },
};

async function newSecrets(password: string) {
  const sessionSecret = makeSecret('ses');
  return { sessionSecret, sessionHash: hashSecret(sessionSecret), passwordHash: await hashPassword(password) };
}

function shown({ secretHash: _kept, ...token }: Token): Omit<Token, 'secretHash'> {
  return token;
}

async function tokensOfCaller({ db, workspaceId, context }: QueryScope): Promise<readonly Token[]> {
  return await readWhere(db, 'token', workspaceId, { memberId: memberOf(context.actor) }, 'createdAt');
}

/** Owners with a login, locked: two owners cannot both stop being one at the same moment. */
async function lockOwners({ trx, workspaceId }: CommandScope): Promise<number> {
  const rows = await trx
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'owner')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length;
}

async function lockTeams({ trx, workspaceId }: CommandScope) {
  const teams = await readWhere(trx, 'team', workspaceId, {}, 'id');
  const locked = [];
  for (const { id } of teams) {
    const team = await lockOne(trx, 'team', workspaceId, id);
    if (team !== undefined) locked.push(team);
  }
  return locked;
}

function noWorkspace() {
  return refuse('not_found', 'There is no workspace yet. Use the setup link.');
}
