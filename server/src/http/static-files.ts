/** The built app: files of one folder, compressed once, and `index.html` for every address that is a place in the app. */
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';
import { problem, problemResponse } from './problem.ts';
import { respondWith, servedBody, type ServedBody } from './served-body.ts';
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

interface StaticFile {
  readonly modifiedMs: number;
  readonly body: ServedBody;
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
    if (file !== null)
      return await respondWith(c, file.body, isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
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
  return { modifiedMs, body: servedBody(types[extname(file)] ?? 'application/octet-stream', plain) };
}

function notBuilt(): Response {
  return new Response('The app is not built yet. Run `npm run build`, then load this page again. The API is at /api.\n', {
    status: 503,
    headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
