/** A browser's session lives in a cookie that no script can read; programs get the secret in the answer. */
import type { Command, Query } from '@shortlist/domain/operation.ts';
import type { HttpContext } from './http-context.ts';
import { sessionCookie, type ReadHeader } from './identify.ts';

/** Browsers keep no cookie longer than 400 days; the session itself ends earlier. */
const maxAgeSeconds = 400 * 24 * 60 * 60;

export interface Shown {
  readonly value: unknown;
  readonly cookie: string | null;
}

/** Moves a `sessionSecret` from the answer into a cookie when a browser asked, which an `Origin` header tells. */
export function withoutSecret(context: HttpContext, operation: Command | Query, value: unknown, header: ReadHeader): Shown {
  const holdsSecret = operation.kind === 'command' && operation.secret && header('origin') !== undefined;
  if (!holdsSecret || typeof value !== 'object' || value === null || !('sessionSecret' in value)) return { value, cookie: null };
  const { sessionSecret, ...rest } = value;
  if (typeof sessionSecret !== 'string') return { value, cookie: null };
  return { value: rest, cookie: cookieText(context, header, sessionSecret, maxAgeSeconds) };
}

export function clearedCookie(context: HttpContext, header: ReadHeader): string {
  return cookieText(context, header, '', 0);
}

function cookieText(context: HttpContext, header: ReadHeader, secret: string, maxAge: number): string {
  const isSecure = (context.publicUrl ?? '').startsWith('https:') || header('x-forwarded-proto') === 'https';
  return `${sessionCookie}=${secret}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
