/**
 * A question about flags, as Node has it: this is the hot path, and nothing stands between. Who asks has an environment key in a
 * header, never a cookie, and may be on any site.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeyHolder } from '../flag/environment-keys.ts';
import { clientAddress } from './client-address.ts';
import type { HttpContext } from './http-context.ts';
import { parseJson, tooLarge, wrongType, type Read } from './read-input.ts';
import { apiHeaders } from './security-headers.ts';

export interface FlagQuestion {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What follows the `?`. */
  readonly query: string;
}

/** What is answered; null where the handler has taken the response for a stream. */
export type FlagAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
} | null;

/**
 * Pages of the products that ask are on other sites; what they may read is decided by the key alone. What is said to documents only is left out: no
 * page can be opened here, since no link sends a key, and each header costs a hundredth of a question.
 */
export const flagHeaders = {
  'x-content-type-options': apiHeaders['x-content-type-options'],
  'content-security-policy': apiHeaders['content-security-policy'],
  'cache-control': apiHeaders['cache-control'],
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
} as const;

/** Where there is an `ETag` or a `Retry-After`. */
export const exposingHeaders = { 'access-control-expose-headers': 'ETag, Retry-After' } as const;

export const flagJsonHeaders = { ...flagHeaders, 'content-type': 'application/json; charset=utf-8' } as const;

export function answerPreflight(): FlagAnswer {
  return {
    status: 204,
    headers: {
      ...flagHeaders,
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'Authorization, X-API-Key, Content-Type, If-None-Match, Shortlist-Reasons, Last-Event-ID',
      'access-control-max-age': '7200',
    },
    body: null,
  };
}

/** A refusal in OFREP's words; they fit the set and its stream too. */
export function flagRefusal(
  status: number,
  errorCode: string,
  errorDetails: string,
  more: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): NonNullable<FlagAnswer> {
  const body = JSON.stringify({ ...(more.key !== undefined && { key: more.key }), errorCode, errorDetails });
  return { status, headers: { ...flagJsonHeaders, ...exposingHeaders, ...more.headers }, body };
}

type HeldOrRefused = KeyHolder | NonNullable<FlagAnswer>;

/**
 * The holder of the key that came, or the answer that refuses: 401 for none that opens anything, 429 for too many tries. Of a key
 * that is known it is told at once, so that a body is read as it comes.
 */
export function holderOf(context: HttpContext, request: IncomingMessage): HeldOrRefused | Promise<HeldOrRefused> {
  const secret = secretOf(request);
  if (secret === null) {
    return flagRefusal(401, 'GENERAL', 'Send an environment key as "Authorization: Bearer …" or "X-API-Key".');
  }
  const holder = context.flags.keys.known(secret);
  if (holder !== undefined) return admitted(context, request, holder);
  return tryKey(context, secret, request).then((tried) => (isAnswer(tried) ? tried : admitted(context, request, tried)));
}

function admitted(context: HttpContext, request: IncomingMessage, holder: KeyHolder): HeldOrRefused {
  if (holder.kind === 'server' && isFromPage(request)) {
    const details = 'A server key was sent by a page, where everyone can read it. Revoke it, and use a browser key there.';
    return flagRefusal(403, 'GENERAL', details);
  }
  context.flags.keyUses.note(holder.keyId);
  // A browser's key is known to everyone, so it is counted for each who uses it.
  const counted = holder.kind === 'browser' ? `${holder.keyId} ${addressOf(context, request)}` : holder.keyId;
  const wait = context.flagLimits.take(holder.kind, counted);
  return wait === null ? holder : tooMany(wait);
}

export function isAnswer(value: object): value is NonNullable<FlagAnswer> {
  return 'status' in value;
}

async function tryKey(context: HttpContext, secret: string, request: IncomingMessage): Promise<HeldOrRefused> {
  const address = addressOf(context, request);
  const wait = context.flagLimits.left('wrongKey', address);
  if (wait !== null) return tooMany(wait);
  const holder = /^sl_(srv|brw)_/.test(secret) ? await context.flags.keys.find(secret) : null;
  if (holder !== null) return holder;
  context.flagLimits.take('wrongKey', address);
  return flagRefusal(401, 'GENERAL', 'This key opens nothing, or no more. Make another in Shortlist.');
}

function tooMany(seconds: number): NonNullable<FlagAnswer> {
  const details = `That was asked too often. Wait ${seconds} seconds, then ask again.`;
  return flagRefusal(429, 'GENERAL', details, { headers: { 'retry-after': String(seconds) } });
}

/** Only browsers say which site a request comes from. */
function isFromPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

function addressOf(context: HttpContext, { socket, headers }: IncomingMessage): string {
  return clientAddress(socket.remoteAddress, (name) => headers[name]?.toString(), context.publicUrl !== null);
}

function secretOf({ headers }: IncomingMessage): string | null {
  const bearer = headers.authorization;
  if (bearer !== undefined) return /^bearer +(\S{1,200}) *$/i.exec(bearer)?.[1] ?? null;
  const key = headers['x-api-key'];
  return typeof key === 'string' && /^\S{1,200}$/.test(key) ? key : null;
}

/** Reads a JSON body of `limit` bytes at most; an empty one is the empty object. Rejects where the client goes away. */
export async function readFlagBody(request: IncomingMessage, limit: number): Promise<Read<unknown>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge(limit);
  const bytes = await readBytes(request, limit);
  if (bytes === null) return tooLarge(limit);
  if (bytes.length === 0) return { value: {} };
  return wrongType(request.headers['content-type'] ?? '') ?? parseJson(bytes);
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return await new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // What comes beyond is let pass unread.
      if (length <= limit) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? null) : Buffer.concat(chunks)));
    // An error that nobody listens for closes it all the same.
    request.on('close', () => {
      if (!request.complete) reject(new Error('The client went away.'));
    });
  });
}
