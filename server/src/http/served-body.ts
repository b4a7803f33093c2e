/** A body that is sent again and again: compressed once for all who take it so, tagged by its content, and not sent to those who have it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { pageHeaders } from './security-headers.ts';

const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
const encodings = ['br', 'gzip'] as const;

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = (typeof encodings)[number];

export interface ServedBody {
  readonly etag: string;
  readonly type: string;
  readonly plain: Bytes;
  /** The same bytes each time, packed when they are first asked for; null where packing is not worth it. */
  readonly packed: ((encoding: Encoding) => Promise<Bytes>) | null;
}

export function servedBody(type: string, plain: Bytes): ServedBody {
  const kept = new Map<Encoding, Promise<Bytes>>();
  const packed = async (encoding: Encoding): Promise<Bytes> => {
    const packing = kept.get(encoding) ?? pack(encoding, plain);
    kept.set(encoding, packing);
    return await packing;
  };
  const isWorthIt = compressible.test(type) && plain.length > 512;
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { etag, type, plain, packed: isWorthIt ? packed : null };
}

async function pack(encoding: Encoding, plain: Bytes): Promise<Bytes> {
  if (encoding === 'gzip') return await promisify(gzip)(plain, { level: 9 });
  return await promisify(brotliCompress)(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      // A window that is larger than the file finds nothing more, and its memory costs four times what the packing does.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.ceil(Math.log2(plain.length + 16)))),
    },
  });
}

export async function respondWith(c: Context, body: ServedBody, cacheControl: string): Promise<Response> {
  const wanted = preferredEncoding(c.req.header('accept-encoding'), encodings);
  const encoding = body.packed === null ? 'identity' : wanted;
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
  const bytes = encoding === 'identity' || body.packed === null ? body.plain : await body.packed(encoding);
  return new Response(bytes, { headers });
}
