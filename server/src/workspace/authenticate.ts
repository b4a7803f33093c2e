/** From a secret to the one who holds it. Unknown, expired and revoked secrets are alike: null. */
import type { Actor } from '@shortlist/domain/decision.ts';
import type { Id } from '@shortlist/domain/ids.ts';
import type { TokenScope } from '@shortlist/domain/workspace/roles.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Caller } from '../run-operation.ts';
import { hashSecret } from './secrets.ts';

/** Accepts a session's secret or an API token's; `now` decides what is expired. */
export async function authenticate(db: Kysely<Tables>, secret: string, via: Actor['via'], now: string): Promise<Caller | null> {
  const secretHash = hashSecret(secret);
  const found = secret.startsWith('sl_tok_') ? await tokenOf(db, secretHash) : await sessionOf(db, secretHash);
  if (found === undefined || (found.expiresAt !== null && found.expiresAt <= now)) return null;
  const member = await db
    .selectFrom('member')
    .select(['id', 'role', 'removedAt'])
    .where('workspace_id', '=', found.workspace_id)
    .where('id', '=', found.memberId)
    .executeTakeFirst();
  if (member === undefined || member.removedAt !== null) return null;
  // The column holds what the road wrote there.
  const workspaceId = found.workspace_id as Id<'workspace'>;
  const actor = { workspaceId, memberId: member.id, role: member.role, via };
  return { kind: 'known', actor, scope: found.scope, sessionId: found.sessionId };
}

interface Found {
  readonly workspace_id: string;
  readonly memberId: Id<'person'>;
  readonly expiresAt: string | null;
  readonly scope: TokenScope;
  readonly sessionId: string | null;
}

async function tokenOf(db: Kysely<Tables>, secretHash: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('token')
    .select(['workspace_id', 'memberId', 'expiresAt', 'scope'])
    .where('secretHash', '=', secretHash)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, sessionId: null };
}

async function sessionOf(db: Kysely<Tables>, secretHash: string): Promise<Found | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['workspace_id', 'id', 'memberId', 'expiresAt'])
    .where('secretHash', '=', secretHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, ...session } = row;
  return { ...session, scope: 'full', sessionId: id };
}
