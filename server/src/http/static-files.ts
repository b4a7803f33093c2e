/** The built app: files of one folder, compressed once, and `index.html` for every address that is a place in the app. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { etagMatches, preferredEncoding } from './negotiation.ts';
import { problem, problemResponse } from './problem.ts';
import { pageHeaders } from './security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;
const encodings = ['br', 'gzip'] as const;

type Encoding = (typeof encodings)[number] | 'identity';

interface StaticFile {
  readonly modifiedMs: number;
  readonly etag: string;
  readonly type: string;
  readonly bytes: ReadonlyMap<Encoding, Uint8Array>;
}

/** Answers requests for the files below `folder`. What was read and compressed stays in memory while the file is the same. */
export function staticFiles(folder: string): (c: Context) => Promise<Response> {
  const kept = new Map<string, Promise<StaticFile>>();

  const find = async (path: string): Promise<StaticFile | null> => {
    const file = join(folder, path);
    const facts = await stat(file).catch(() => null);
    if (facts === null || !facts.isFile()) return null;
    const known = await kept.get(file)?.catch(() => undefined);
    if (known?.modifiedMs === facts.mtimeMs) return known;
    const loading = load(file, facts.mtimeMs);
    kept.set(file, loading);
    return await loading;
  };

  return async (c) => {
    const path = pathInside(new URL(c.req.url).pathname);
    if (path === null) return problemResponse(problem('no_such_address', 'There is nothing at this address.'));
    const isPage = extname(path) === '';
    const file = (isPage ? null : await find(path)) ?? (isPage ? await find('index.html') : null);
    if (file !== null) return respond(c, file, isHashed(path));
    return isPage ? notBuilt() : problemResponse(problem('no_such_address', 'There is nothing at this address.'));
  };
}

/** A path relative to the folder, or null where it would leave it or has characters that no file of ours has. */
function pathInside(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\u0000\\]/.test(decoded)) return null;
  const path = normalize(decoded).replace(/^[/\\]+/, '');
  return path.split(sep).some((part) => part.startsWith('.')) && path !== '.' ? null : path;
}

/** The builder writes a hash of the content into these names, so they never change. */
function isHashed(path: string): boolean {
  return /^assets[/\\].+-[\w-]{8,}\.\w+$/.test(path);
}

async function load(file: string, modifiedMs: number): Promise<StaticFile> {
  const plain = await readFile(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const bytes = new Map<Encoding, Uint8Array>([['identity', plain]]);
  if (compressible.test(type) && plain.length > 512) {
    bytes.set('gzip', await promisify(gzip)(plain, { level: 9 }));
    bytes.set('br', await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  return { modifiedMs, type, bytes, etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22) };
}

function respond(c: Context, file: StaticFile, isImmutable: boolean): Response {
  const wanted = preferredEncoding(c.req.header('accept-encoding'), encodings);
  const encoding = file.bytes.has(wanted) ? wanted : 'identity';
  const etag = `"${file.etag}-${encoding}"`;
  const headers = {
    ...pageHeaders,
    'content-type': file.type,
    etag,
    vary: 'accept-encoding',
    'cache-control': isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
  };
  if (etagMatches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(file.bytes.get(encoding) ?? null, { headers });
}

function notBuilt(): Response {
  return new Response('The app is not built yet. Run `npm run build`, then load this page again. The API is at /api.\n', {
    status: 503,
    headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
