/** Who asks for flags: an environment key in a header, never a cookie, from any site. */
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { FlagDelivery } from '../flag/flag-delivery.ts';
import type { KeyHolder } from '../flag/environment-keys.ts';
import { clientAddress } from './client-address.ts';
import type { HttpContext } from './http-context.ts';
import { apiHeaders } from './security-headers.ts';

export type FlagContext = Context<{ Bindings: Partial<HttpBindings> }>;

/** Pages of the products that ask are on other sites; what they may read is decided by the key alone. */
export const flagHeaders = {
  ...apiHeaders,
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After',
} as const;

export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...flagHeaders,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'Authorization, X-API-Key, Content-Type, If-None-Match, Shortlist-Reasons, Last-Event-ID',
      'access-control-max-age': '7200',
    },
  });
}

/** A refusal in OFREP's words; they fit the set and its stream too. */
export function flagRefusal(
  status: number,
  errorCode: string,
  errorDetails: string,
  more: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const body = { ...(more.key !== undefined && { key: more.key }), errorCode, errorDetails };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...flagHeaders, 'content-type': 'application/json; charset=utf-8', ...more.headers },
  });
}

/** The holder of the key that came, or the answer that refuses: 401 for none that opens anything, 429 for too many tries. */
export async function holderOf(context: HttpContext, c: FlagContext): Promise<KeyHolder | Response> {
  const secret = secretOf(c);
  if (secret === null) {
    return flagRefusal(401, 'GENERAL', 'Send an environment key as "Authorization: Bearer …" or "X-API-Key".');
  }
  const { keys } = context.flags;
  const known = keys.known(secret);
  const holder = known ?? (await tryKey(context, keys, secret, c));
  if (holder instanceof Response) return holder;
  // A browser's key is known to everyone, so it is counted for each who uses it.
  const counted = holder.kind === 'browser' ? `${holder.keyId} ${addressOf(context, c)}` : holder.keyId;
  const wait = context.flagLimits.take(holder.kind, counted);
  return wait === null ? holder : tooMany(wait);
}

async function tryKey(
  context: HttpContext,
  keys: FlagDelivery['keys'],
  secret: string,
  c: FlagContext,
): Promise<KeyHolder | Response> {
  const address = addressOf(context, c);
  const wait = context.flagLimits.left('wrongKey', address);
  if (wait !== null) return tooMany(wait);
  const holder = /^sl_(srv|brw)_/.test(secret) ? await keys.find(secret) : null;
  if (holder !== null) return holder;
  context.flagLimits.take('wrongKey', address);
  return flagRefusal(401, 'GENERAL', 'This key opens nothing, or no more. Make another in Shortlist.');
}

export function tooMany(seconds: number): Response {
  const details = `That was asked too often. Wait ${seconds} seconds, then ask again.`;
  return flagRefusal(429, 'GENERAL', details, { headers: { 'retry-after': String(seconds) } });
}

function addressOf(context: HttpContext, c: FlagContext): string {
  return clientAddress(c.env?.incoming?.socket.remoteAddress, (name) => c.req.header(name), context.publicUrl !== null);
}

function secretOf(c: FlagContext): string | null {
  const bearer = c.req.header('authorization');
  if (bearer !== undefined) return /^bearer +(\S{1,200}) *$/i.exec(bearer)?.[1] ?? null;
  const key = c.req.header('x-api-key');
  return key !== undefined && /^\S{1,200}$/.test(key) ? key : null;
}
