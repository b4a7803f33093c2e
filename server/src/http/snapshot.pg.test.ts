// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync, zstdDecompressSync, brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { once } from 'node:events';
import { startTestServer, type TestServer } from '../test-server.ts';
import { snapshotShelf } from './snapshot-shelf.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => {
  await server.end();
});

interface Raw {
  readonly encoding: string | undefined;
  readonly etag: string | undefined;
  readonly status: number | undefined;
  readonly bytes: Buffer;
}

/** As it comes over the wire: fetch would unpack it. */
async function take(headers: Record<string, string>): Promise<Raw> {
  const sent = request(new URL('/api/v1/snapshot', server.url), {
    headers: { authorization: `Bearer ${server.owner}`, ...headers },
  });
  const [response] = await once(sent.end(), 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { 'content-encoding': encoding, etag } = response.headers;
  return { encoding, etag, status: response.statusCode, bytes: Buffer.concat(chunks) };
}

test('every entity in the snapshot equals the newest value that the feed told (2.1, 2.4)', async () => {
  const team = await server.value('team.create', { key: 'WEB', name: 'Web' });
  await server.value('idea.capture', { problem: 'One "quoted" problem', context: 'Ünïcode' });
  await server.value('task.create', { teamId: team.id, title: 'A task', why: 'Because' });
  await server.value('team.edit', { teamId: 'WEB', declaredWeekly: 3.5 });
  const { items } = await server.value('feed.read', { after: 0, limit: 1000 });
  const newest = new Map(items.map((change) => [`${change.entity} ${change.id}`, change.value]));
  const lines = (await (await server.fetch('/api/v1/snapshot')).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const shown = new Map();
  for (const { entity, fields, rows } of lines.slice(1, -1)) {
    for (const row of rows)
      shown.set(`${entity} ${row[0]}`, Object.fromEntries(fields.map((field: string, at: number) => [field, row[at]])));
  }
  assert.equal(lines[0].seq, items.at(-1)?.seq);
  assert.equal(lines.at(-1).count, shown.size);
  assert.ok(shown.size >= 5);
  assert.deepEqual(Object.fromEntries(shown), Object.fromEntries(newest));
});

test('it comes in the best encoding that the client takes, and is the same in each (2.6)', async () => {
  const plain = await take({});
  assert.equal(plain.encoding, undefined);
  const packed = {
    gzip: await take({ 'accept-encoding': 'gzip, deflate' }),
    br: await take({ 'accept-encoding': 'gzip, br;q=0.5, zstd;q=0' }),
    zstd: await take({ 'accept-encoding': 'gzip, deflate, br, zstd' }),
  };
  const withoutNow = (bytes: Buffer): string => bytes.toString('utf8').replace(/"now":"[^"]*"/, '');
  assert.deepEqual([packed.gzip.encoding, packed.br.encoding, packed.zstd.encoding], ['gzip', 'br', 'zstd']);
  assert.equal(withoutNow(gunzipSync(packed.gzip.bytes)), withoutNow(plain.bytes));
  assert.equal(withoutNow(brotliDecompressSync(packed.br.bytes)), withoutNow(plain.bytes));
  assert.equal(withoutNow(zstdDecompressSync(packed.zstd.bytes)), withoutNow(plain.bytes));
  assert.equal(new Set([plain, ...Object.values(packed)].map(({ etag }) => etag)).size, 4);
});

test('a client that has it is told so, until something changes (2.6)', async () => {
  const first = await take({});
  const again = await take({ 'if-none-match': `"other", W/${first.etag}` });
  assert.deepEqual([again.status, again.bytes.length], [304, 0]);
  await server.value('idea.capture', { problem: 'Something new' });
  assert.equal((await take({ 'if-none-match': first.etag ?? '' })).status, 200);
});

async function textOf(chunks: AsyncGenerator<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}

test('clients that begin together share one reading, which waits for none of them (2.7)', async () => {
  let readings = 0;
  const shelf = snapshotShelf({
    seq: async () => 5,
    read: async (write) => {
      readings += 1;
      for (let line = 0; line < 50; line += 1) await write(`${'x'.repeat(10_000)}\n`);
      return 5;
    },
  });
  const slow = (await shelf.take('identity')).chunks();
  await slow.next();
  const all = await Promise.all(Array.from({ length: 8 }, async () => await textOf((await shelf.take('identity')).chunks())));
  assert.equal(readings, 1);
  for (const text of all) assert.equal(text.length, 50 * 10_001);
  assert.equal((await textOf(slow)).length, 49 * 10_001);
});

test('a reading that fails fails for those who wait for it, and is tried again for the next', async () => {
  let readings = 0;
  const shelf = snapshotShelf({
    seq: async () => 5,
    read: async (write) => {
      readings += 1;
      await write('head\n');
      if (readings === 1) throw new Error('the database went away');
      return 5;
    },
  });
  for (const encoding of ['gzip', 'identity'] as const) {
    readings = 0;
    await assert.rejects(async () => await textOf((await shelf.take(encoding)).chunks()), /went away/);
    assert.notEqual(await textOf((await shelf.take(encoding)).chunks()), '');
  }
});
