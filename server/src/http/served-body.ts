/** A body that is sent again and again: compressed once, tagged by its content, and not sent to those who have it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { pageHeaders } from './security-headers.ts';

const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
const encodings = ['br', 'gzip'] as const;

type Encoding = (typeof encodings)[number] | 'identity';

export interface ServedBody {
  readonly etag: string;
  readonly type: string;
  readonly bytes: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>;
}

export async function servedBody(type: string, plain: Uint8Array<ArrayBuffer>): Promise<ServedBody> {
  const bytes = new Map<Encoding, Uint8Array<ArrayBuffer>>([['identity', plain]]);
  if (compressible.test(type) && plain.length > 512) {
    bytes.set('gzip', await promisify(gzip)(plain, { level: 9 }));
    bytes.set('br', await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  return { type, bytes, etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22) };
}

export function respondWith(c: Context, body: ServedBody, cacheControl: string): Response {
  const wanted = preferredEncoding(c.req.header('accept-encoding'), encodings);
  const encoding = body.bytes.has(wanted) ? wanted : 'identity';
  const etag = `"${body.etag}-${encoding}"`;
  const headers = {
    ...pageHeaders,
    'content-type': body.type,
    etag,
    vary: 'accept-encoding',
    'cache-control': cacheControl,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  if (etagMatches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body.bytes.get(encoding) ?? null, { headers });
}
