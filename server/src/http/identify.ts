/** Who is calling: from a cookie or a bearer secret to a caller of the road, and whether a browser may speak for them here. */
import type { Refusal } from '@shortlist/domain/refusal.ts';
import { refuse } from '@shortlist/domain/refusal.ts';
import { roleMay, scopeMay } from '@shortlist/domain/workspace/roles.ts';
import type { Caller } from '../run-operation.ts';
import type { HttpContext } from './http-context.ts';
import { problem, type Problem } from './problem.ts';

export const sessionCookie = 'shortlist_session';

/** Reads a request's header by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

export interface Credential {
  readonly secret: string;
  readonly from: 'cookie' | 'bearer';
  readonly via: 'app' | 'api' | 'cli';
}

/** What a request proves itself with. A bearer secret wins over a cookie; null: nothing. */
export function credentialOf(header: ReadHeader): Credential | null {
  const bearer = /^bearer +(\S{1,400}) *$/i.exec(header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return { secret: bearer, from: 'bearer', via: header('shortlist-via') === 'cli' ? 'cli' : 'api' };
  const cookie = cookieNamed(sessionCookie, header('cookie') ?? '');
  return cookie === null ? null : { secret: cookie, from: 'cookie', via: 'app' };
}

function cookieNamed(name: string, cookies: string): string | null {
  const pair = cookies.split(';').find((part) => part.trim().startsWith(`${name}=`));
  const value = pair?.slice(pair.indexOf('=') + 1).trim() ?? '';
  return value === '' || value.length > 400 ? null : value;
}

/** The caller behind a credential; one that opens nothing is nobody. */
export async function identify(context: HttpContext, credential: Credential | null): Promise<Caller> {
  const known = credential === null ? null : await context.authenticate(credential.secret, credential.via);
  return known ?? { kind: 'nobody', workspaceId: context.workspaceId, via: credential?.via ?? 'api' };
}

/**
 * A problem where a page of another site speaks through somebody's browser, else null. A bearer secret is never sent by a
 * browser on its own, so only what comes with a cookie, or with nothing, is checked. Programs send no `Origin` and pass.
 */
export function foreignOrigin(context: HttpContext, credential: Credential | null, header: ReadHeader): Problem | null {
  if (credential?.from === 'bearer') return null;
  const origin = header('origin');
  const isForeign = origin === undefined ? header('sec-fetch-site') === 'cross-site' : !isOurs(context, origin, header('host'));
  if (!isForeign) return null;
  return problem(
    'forbidden_origin',
    `This was sent by a page of ${origin ?? 'another site'}, which may not act here. Open Shortlist at its own address${
      context.publicUrl === null ? ', or set SHORTLIST_PUBLIC_URL to the one that is used' : `, ${context.publicUrl}`
    }.`,
  );
}

function isOurs(context: HttpContext, origin: string, host: string | undefined): boolean {
  if (origin === context.publicUrl) return true;
  // A proxy may end TLS before us, so the scheme is not compared.
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

/** A refusal where the caller may not read what travels in the feed, else null. Suggesters see their own by queries. */
export function mayNotRead(caller: Caller): Refusal | null {
  if (caller.kind === 'nobody') return refuse('not_signed_in', 'Sign in first, or send a token as "Authorization: Bearer …".');
  if (!roleMay(caller.actor.role, 'read')) {
    return refuse('not_allowed', `A ${caller.actor.role} may not read the workspace's feed. Ask an admin for another role.`);
  }
  if (!scopeMay(caller.scope, 'read')) {
    return refuse('not_allowed', `This token is for "${caller.scope}" only and may not read the feed. Make another token.`);
  }
  return null;
}
