/** Setting up, inviting, joining, changing and removing members; sessions and tokens. Hashes are made by the handler. */
import { newEnvironments } from '../environment/new-environments.ts';
import { memberOf, put, remove, type Change, type Decision, type DecisionContext } from '../decision.ts';
import type { ParsedInputOf } from '../operations.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { newSegments } from '../segment/new-segments.ts';
import type { Id } from '../ids.ts';
import type { Invitation, Login, Session, Token } from './credentials.ts';
import type { Member } from './member.ts';
import type { Role } from './roles.ts';
import type { Team } from './team.ts';
import type { Workspace } from './workspace.ts';

const day = 24 * 60 * 60 * 1000;
export const sessionLifeDays = 30;
export const invitationLifeDays = 7;

/** What the handler made of the secrets; only hashes enter a decision. */
interface Hashes {
  readonly passwordHash: string;
  readonly sessionHash: string;
}

/** What the setup link is worth, known before a password is hashed: hashing is dear, and a wrong link must not cost it. */
export interface SetupLink {
  readonly setUpAlready: boolean;
  readonly tokenMatches: boolean;
}

/** Why this link does not set up the installation; null when it does. */
export function noSetup({ setUpAlready, tokenMatches }: SetupLink): Refusal | null {
  if (setUpAlready)
    return refuse('link_used', 'This installation is set up already. Sign in, or ask an owner for an invitation.');
  if (!tokenMatches)
    return refuse(
      'wrong_credentials',
      'That is not the setup link of this installation. Use the one that the server printed at its first start.',
    );
  return null;
}

export function setUpWorkspace(
  state: Hashes & SetupLink & { readonly workspaceId: Id<'workspace'> },
  input: ParsedInputOf<'workspace.setUp'>,
  context: DecisionContext,
): Decision<{ readonly member: Member; readonly workspace: Workspace }> {
  const no = noSetup(state);
  if (no !== null) return no;
  const workspace: Workspace = { id: state.workspaceId, name: input.workspace, createdAt: context.now, features: null };
  const made = newMember(context, { name: input.name, email: input.email, role: 'owner' }, state);
  return {
    changes: [
      put('workspace.set_up', 'workspace', workspace),
      ...made.changes,
      ...newEnvironments(context),
      ...newSegments(input.email, context),
    ],
    value: { member: made.member, workspace },
  };
}

export function inviteMember(
  state: { readonly secretHash: string },
  input: ParsedInputOf<'member.invite'>,
  context: DecisionContext,
): Decision<Invitation> {
  if (input.role === 'owner' && context.actor.role !== 'owner') return onlyOwners();
  const invitation: Invitation = {
    id: context.newId('invitation'),
    secretHash: state.secretHash,
    role: input.role,
    teamId: input.teamId ?? null,
    note: input.note ?? '',
    invitedBy: memberOf(context.actor),
    createdAt: context.now,
    expiresAt: inDays(context.now, invitationLifeDays),
    usedAt: null,
  };
  return { changes: [put('invitation.made', 'invitation', invitation)], value: invitation };
}

/** The invitation, while it may be used; else why not. `now` is ISO 8601. As dear to go past as the setup link. */
export function usableInvitation(invitation: Invitation | null, now: string): Invitation | Refusal {
  if (invitation === null || invitation.usedAt !== null || invitation.expiresAt <= now) {
    return refuse('link_used', 'This invitation was used, revoked, or is older than seven days. Ask for a new one.');
  }
  return invitation;
}

export function joinWorkspace(
  state: Hashes & { readonly invitation: Invitation | null; readonly emailTaken: boolean; readonly team: Team | null },
  input: ParsedInputOf<'member.join'>,
  context: DecisionContext,
): Decision<Member> {
  const invitation = usableInvitation(state.invitation, context.now);
  if (isRefusal(invitation)) return invitation;
  if (state.emailTaken) return refuse('conflict', 'There is a member with this e-mail address already. Sign in instead.');
  const made = newMember(context, { name: input.name, email: input.email, role: invitation.role }, state);
  const changes: Change[] = [...made.changes, put('invitation.used', 'invitation', { ...invitation, usedAt: context.now })];
  if (state.team !== null) {
    changes.push(put('team.joined', 'team', { ...state.team, memberIds: [...state.team.memberIds, made.member.id] }));
  }
  return { changes, value: made.member };
}

function newMember(
  context: DecisionContext,
  given: { readonly name: string; readonly email: string; readonly role: Role },
  hashes: Hashes,
): { readonly member: Member; readonly changes: Change[] } {
  const member: Member = {
    id: context.newId('member'),
    name: given.name,
    role: given.role,
    discipline: 'other',
    joinedAt: context.now,
    removedAt: null,
  };
  const login: Login = { id: context.newId('login'), memberId: member.id, email: given.email, passwordHash: hashes.passwordHash };
  return {
    member,
    changes: [
      put('member.joined', 'member', member),
      put('login.made', 'login', login),
      put('session.started', 'session', newSession(context, member.id, hashes.sessionHash)),
    ],
  };
}

export function startSession(
  state: { readonly member: Member; readonly sessionHash: string },
  context: DecisionContext,
): Decision<Member> {
  const session = newSession(context, state.member.id, state.sessionHash);
  return { changes: [put('session.started', 'session', session)], value: state.member };
}

function newSession(context: DecisionContext, memberId: Id<'person'>, secretHash: string): Session {
  return {
    id: context.newId('session'),
    memberId,
    secretHash,
    createdAt: context.now,
    expiresAt: inDays(context.now, sessionLifeDays),
  };
}

export function editMember(
  state: { readonly member: Member; readonly owners: number },
  input: ParsedInputOf<'member.edit'>,
  context: DecisionContext,
): Decision<Member> {
  const { actor } = context;
  const { member } = state;
  const manages = actor.role === 'owner' || actor.role === 'admin';
  if (!manages && actor.memberId !== member.id) {
    return refuse('not_allowed', 'You can change your own name and discipline; others’ are changed by an admin.');
  }
  if (input.role !== undefined && input.role !== member.role) {
    if (!manages) return refuse('not_allowed', 'Roles are changed by an admin or an owner.');
    if (actor.role !== 'owner' && (input.role === 'owner' || member.role === 'owner')) return onlyOwners();
    if (member.role === 'owner' && state.owners < 2) return lastOwner();
  }
  const edited: Member = {
    ...member,
    ...(input.name !== undefined && { name: input.name }),
    ...(input.role !== undefined && { role: input.role }),
    ...(input.discipline !== undefined && { discipline: input.discipline }),
  };
  return { changes: [put('member.edited', 'member', edited)], value: edited };
}

export function removeMember(
  state: {
    readonly member: Member;
    readonly owners: number;
    readonly logins: readonly Login[];
    readonly sessions: readonly Session[];
    readonly tokens: readonly Token[];
    readonly teams: readonly Team[];
  },
  _input: ParsedInputOf<'member.remove'>,
  context: DecisionContext,
): Decision<Member> {
  const { member } = state;
  if (member.removedAt !== null) return refuse('conflict', `${member.name} was removed already.`);
  if (member.role === 'owner' && context.actor.role !== 'owner') return onlyOwners();
  if (member.role === 'owner' && state.owners < 2) return lastOwner();
  const removed: Member = { ...member, removedAt: context.now };
  const teams = state.teams.filter((team) => team.memberIds.includes(member.id) || team.leadIds.includes(member.id));
  return {
    changes: [
      ...teams.map((team) =>
        put('team.left', 'team', {
          ...team,
          memberIds: team.memberIds.filter((id) => id !== member.id),
          leadIds: team.leadIds.filter((id) => id !== member.id),
        }),
      ),
      put('member.removed', 'member', removed),
      ...state.logins.map((login) => remove('login.removed', 'login', login.id)),
      ...state.sessions.map((session) => remove('session.ended', 'session', session.id)),
      ...state.tokens.map((token) => remove('token.revoked', 'token', token.id)),
    ],
    value: removed,
  };
}

export function createToken(
  state: { readonly secretHash: string },
  input: ParsedInputOf<'token.create'>,
  context: DecisionContext,
): Decision<Token> {
  const token: Token = {
    id: context.newId('token'),
    memberId: memberOf(context.actor),
    name: input.name,
    scope: input.scope,
    secretHash: state.secretHash,
    createdAt: context.now,
    expiresAt: input.expiresInDays == null ? null : inDays(context.now, input.expiresInDays),
  };
  return { changes: [put('token.created', 'token', token)], value: token };
}

function inDays(now: string, days: number): string {
  return new Date(Date.parse(now) + days * day).toISOString();
}

function onlyOwners() {
  return refuse('not_allowed', 'Only an owner can make, change or remove an owner.');
}

function lastOwner() {
  return refuse('conflict', 'This is the last owner. Make someone else an owner first.');
}
