import { z } from 'zod';
import { command, query } from '../operation.ts';
import { filledLine, oneLine, personId, teamId } from '../schema-parts.ts';
import { Invitation, Token } from './credentials.ts';
import { Member } from './member.ts';
import { roles, tokenScopes } from './roles.ts';
import { Team } from './team.ts';
import { Workspace } from './workspace.ts';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is not an e-mail address')
  .describe('What the member signs in with');
const newPassword = z
  .string()
  .min(10, 'needs at least 10 characters')
  .max(200, 'is longer than 200 characters')
  .describe('10 to 200 characters');
const secret = z.string().min(20).max(200);
const withSession = z.object({
  member: Member,
  workspace: Workspace,
  sessionSecret: z.string().describe('Shown once; the browser gets it as a cookie instead'),
});

export const setUpWorkspace = command({
  name: 'workspace.setUp',
  summary: 'Makes the workspace and its owner, once, with the link printed at first start.',
  requires: 'anyone',
  secret: true,
  input: z.object({
    setupToken: secret.describe('From the setup link or the file `setup-token` in the data folder'),
    workspace: filledLine(80).describe('Name of the workspace'),
    name: filledLine(80).describe('The owner’s name'),
    email,
    password: newPassword,
  }),
  output: withSession,
});

export const editWorkspace = command({
  name: 'workspace.edit',
  summary: 'Renames the workspace.',
  requires: 'manage_workspace',
  input: Workspace.pick({ name: true }),
  output: Workspace,
});

export const startSession = command({
  name: 'session.start',
  summary: 'Signs a member in with e-mail and password.',
  requires: 'anyone',
  secret: true,
  input: z.object({ email, password: z.string().max(200) }),
  output: withSession,
});

export const endSession = command({
  name: 'session.end',
  summary: 'Signs out: the session is gone at once.',
  requires: 'be_signed_in',
  input: z.object({}),
  output: z.object({}),
});

export const currentSession = query({
  name: 'session.current',
  summary: 'Who is signed in, and where.',
  requires: 'be_signed_in',
  input: z.object({}),
  output: z.object({ member: Member, workspace: Workspace }),
});

export const inviteMember = command({
  name: 'member.invite',
  summary: 'Makes an invitation link for one person, valid for seven days.',
  requires: 'manage_members',
  secret: true,
  input: z.object({
    role: z.enum(roles).describe('What the new member may do'),
    teamId: teamId.nullish().describe('The team to join at once'),
    note: oneLine(120).optional().describe('For whom it is'),
  }),
  output: z.object({
    invitation: Invitation.omit({ secretHash: true }),
    invitationSecret: z.string().describe('Goes into the link; shown once'),
  }),
});

export const listInvitations = query({
  name: 'invitation.list',
  summary: 'Invitations that nobody has used yet.',
  requires: 'manage_members',
  input: z.object({}),
  output: z.object({ items: z.array(Invitation.omit({ secretHash: true })), next: z.null() }),
});

export const revokeInvitation = command({
  name: 'invitation.revoke',
  summary: 'Makes an invitation link useless.',
  requires: 'manage_members',
  input: z.object({ invitationId: Invitation.shape.id }),
  output: z.object({}),
});

export const joinWorkspace = command({
  name: 'member.join',
  summary: 'Makes a member with a login from an invitation link.',
  requires: 'anyone',
  secret: true,
  input: z.object({ invitationSecret: secret, name: filledLine(80), email, password: newPassword }),
  output: withSession,
});

export const editMember = command({
  name: 'member.edit',
  summary: 'Changes a member’s name, role or discipline. Members change their own name; only an owner makes owners.',
  requires: 'be_signed_in',
  replaces: 'memberId',
  input: z.object({
    memberId: personId,
    name: Member.shape.name.optional(),
    role: Member.shape.role.optional(),
    discipline: Member.shape.discipline.optional(),
  }),
  output: Member,
});

export const removeMember = command({
  name: 'member.remove',
  summary: 'Takes a member’s login, sessions and tokens away; the name stays on what they did.',
  requires: 'manage_members',
  input: z.object({ memberId: personId }),
  output: Member,
});

export const createToken = command({
  name: 'token.create',
  summary: 'Makes an API token of one’s own, shown once.',
  requires: 'manage_own_tokens',
  secret: true,
  input: z.object({
    name: filledLine(80).describe('What it is for'),
    scope: z.enum(tokenScopes).default('full').describe('Never more than the member’s own role'),
    expiresInDays: z.int().min(1).max(3650).nullish().describe('Null or absent: until revoked'),
  }),
  output: z.object({ token: Token.omit({ secretHash: true }), tokenSecret: z.string() }),
});

export const listTokens = query({
  name: 'token.list',
  summary: 'One’s own API tokens, without their secrets.',
  requires: 'manage_own_tokens',
  input: z.object({}),
  output: z.object({ items: z.array(Token.omit({ secretHash: true })), next: z.null() }),
});

export const revokeToken = command({
  name: 'token.revoke',
  summary: 'Makes one of one’s own tokens useless at once.',
  requires: 'manage_own_tokens',
  input: z.object({ tokenId: Token.shape.id }),
  output: z.object({}),
});

export const createTeam = command({
  name: 'team.create',
  summary: 'Makes a team with the default workflow of seven steps.',
  requires: 'manage_teams',
  input: z.object({
    key: Team.shape.key,
    name: Team.shape.name,
    timeZone: Team.shape.timeZone.default('UTC'),
    workingDays: Team.shape.workingDays.default([1, 2, 3, 4, 5]),
    windowDays: Team.shape.windowDays.default(28),
    declaredWeekly: Team.shape.declaredWeekly.default(5),
    memberIds: Team.shape.memberIds.optional().describe('Absent: the one who makes it'),
    readyPoints: Team.shape.readyPoints.optional().describe('Absent: all but a design read'),
  }),
  output: Team,
});

export const editTeam = command({
  name: 'team.edit',
  summary: 'Changes a team’s name, calendar, window, starting rate, workflow, members or what ready means.',
  requires: 'manage_teams',
  replaces: 'teamId',
  input: z.object({
    teamId,
    name: Team.shape.name.optional(),
    timeZone: Team.shape.timeZone.optional(),
    workingDays: Team.shape.workingDays.optional(),
    windowDays: Team.shape.windowDays.optional(),
    declaredWeekly: Team.shape.declaredWeekly.optional(),
    steps: Team.shape.steps.optional(),
    movedSteps: z
      .record(z.string(), z.string())
      .optional()
      .describe('For each removed step that still holds items, the step they move to'),
    memberIds: Team.shape.memberIds.optional(),
    leadIds: Team.shape.leadIds.optional(),
    readyPoints: Team.shape.readyPoints.optional(),
  }),
  output: Team,
});

export const listTeams = query({
  name: 'team.list',
  summary: 'All teams.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(Team), next: z.null() }),
});

export const listMembers = query({
  name: 'member.list',
  summary: 'All members, the removed ones included.',
  requires: 'read',
  input: z.object({}),
  output: z.object({ items: z.array(Member), next: z.null() }),
});
