/** What proves who someone is. All of it is private: own tables, never in the feed, a log or an export. */
import { z } from 'zod';
import { idOf } from '../ids.ts';
import { filledLine, instant, personId } from '../schema-parts.ts';
import { roles, tokenScopes } from './roles.ts';

const secretHash = z.string().describe('SHA-256 of the secret, hexadecimal; the secret itself is shown once and not kept');

export const Login = z.object({
  id: idOf('login'),
  memberId: personId,
  email: z.string().max(254).describe('Lower case; what the member signs in with'),
  passwordHash: z.string().describe('scrypt parameters, salt and hash'),
});
export type Login = z.infer<typeof Login>;

export const Session = z.object({
  id: idOf('session'),
  memberId: personId,
  secretHash,
  createdAt: instant,
  expiresAt: instant,
});
export type Session = z.infer<typeof Session>;

export const Invitation = z.object({
  id: idOf('invitation'),
  secretHash,
  role: z.enum(roles),
  teamId: idOf('team').nullable(),
  note: z.string().max(120).describe('For whom it was made'),
  invitedBy: personId,
  createdAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const Token = z.object({
  id: idOf('token'),
  memberId: personId,
  name: filledLine(80),
  scope: z.enum(tokenScopes),
  secretHash,
  createdAt: instant,
  expiresAt: instant.nullable(),
});
export type Token = z.infer<typeof Token>;
