import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { staticFiles } from './static-files.ts';

const script = `export const words = ${JSON.stringify('many words '.repeat(200))};`;
let folder = '';
let app: Hono;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shortlist-web-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, '.hidden'), 'secret');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>App</title>');
  await writeFile(join(dist, 'theme.js'), 'plain');
  await writeFile(join(dist, 'assets', 'index-Ab3_x9Qz.js'), script);
  app = new Hono();
  const serve = staticFiles(dist);
  app.get('/*', (c) => serve(c));
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string, headers: Record<string, string> = {}) => await app.request(path, { headers });

test('every place in the app is answered with the page, which is asked for anew each time', async () => {
  for (const path of ['/', '/parking-lot', '/item/STORY-34', '/setup']) {
    const response = await get(path);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<title>App/);
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
  }
});

test('a file whose name tells its content is kept for ever, others are asked for', async () => {
  assert.match((await get('/assets/index-Ab3_x9Qz.js')).headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await get('/theme.js')).headers.get('cache-control'), 'no-cache');
});

test('it is sent packed to who takes it so', async () => {
  const bytes = async (encoding: string) => {
    const response = await get('/assets/index-Ab3_x9Qz.js', { 'accept-encoding': encoding });
    assert.equal(response.headers.get('vary'), 'accept-encoding');
    return { encoding: response.headers.get('content-encoding'), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const br = await bytes('gzip, br');
  const gzip = await bytes('gzip');
  const plain = await bytes('identity');
  assert.deepEqual([br.encoding, gzip.encoding, plain.encoding], ['br', 'gzip', null]);
  assert.equal(brotliDecompressSync(br.bytes).toString(), script);
  assert.equal(gunzipSync(gzip.bytes).toString(), script);
  assert.equal(plain.bytes.toString(), script);
  assert.ok(br.bytes.length < script.length / 4);
});

test('who has it gets 304, and the new one after it changed', async () => {
  const etag = (await get('/theme.js')).headers.get('etag') ?? '';
  assert.equal((await get('/theme.js', { 'if-none-match': etag })).status, 304);
  await writeFile(join(folder, 'dist', 'theme.js'), 'changed');
  await utimes(join(folder, 'dist', 'theme.js'), 1_000, 1_000);
  assert.equal(await (await get('/theme.js', { 'if-none-match': etag })).text(), 'changed');
});

test('a file that is not there, a hidden one and one outside the folder are not found', async () => {
  for (const path of [
    '/assets/gone-12345678.js',
    '/.hidden',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/a%00.js',
    '/%zz',
    '/..%5csecret.txt',
  ]) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.doesNotMatch(await response.text(), /^secret/);
  }
});

test('without a built app it says how to build it', async () => {
  const empty = new Hono();
  const serve = staticFiles(join(folder, 'nothing'));
  empty.get('/*', (c) => serve(c));
  const response = await empty.request('/');
  assert.equal(response.status, 503);
  assert.match(await response.text(), /npm run build/);
});
