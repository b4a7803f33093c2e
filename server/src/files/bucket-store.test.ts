// Against a real server that speaks S3 and checks signatures, in this process.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
// @ts-expect-error -- it is written in JavaScript, without types
import s3rver from '@20minutes/s3rver';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import { bucketAddress } from './bucket.ts';
import { bucketStore } from './bucket-store.ts';
import { fileStore, type FileStore } from './file-store.ts';

interface S3Server {
  readonly run: () => Promise<{ readonly port: number }>;
  readonly close: () => Promise<void>;
}
// As its readme says it is.
const S3Server = s3rver as new (options: object) => S3Server;

const id = deriveId('0192a000-0000-4000-8000-0000000000aa', 'attachment', 0);
const megabyte = 1024 * 1024;
/** What that server takes. */
const key = { name: 'S3RVER', secret: 'S3RVER' };

async function withBucket(
  body: (store: FileStore, folders: { bucket: string; spool: string }) => Promise<void>,
  secret = key.secret,
) {
  const bucket = await mkdtemp(join(tmpdir(), 'shortlist-bucket-'));
  const spool = await mkdtemp(join(tmpdir(), 'shortlist-spool-'));
  const server = new S3Server({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: bucket,
    configureBuckets: [{ name: 'files' }],
  });
  const { port } = await server.run();
  try {
    const address = bucketAddress.parse(`http://${key.name}:${secret}@127.0.0.1:${port}/files/shortlist`);
    await body(bucketStore(address, fileStore(spool)), { bucket, spool });
  } finally {
    await server.close();
    await rm(bucket, { recursive: true, force: true });
    await rm(spool, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('what a bucket received is read again, byte for byte, and nothing stays on this disk', async () => {
  await withBucket(async (store, { spool }) => {
    const sent = Buffer.concat([Buffer.from('one two '), Buffer.alloc(2 * megabyte, 7)]);
    assert.equal(await store.receive(id, Readable.from([sent.subarray(0, 9), sent.subarray(9)]), 3 * megabyte), sent.length);
    assert.deepEqual(await filesIn(spool), []);
    const file = await store.read(id);
    assert.equal(file?.size, sent.length);
    const back = await text(file?.stream() ?? Readable.from([]));
    assert.equal(back, sent.toString());
    assert.equal(Buffer.from((await store.head(id, 7)) ?? []).toString(), 'one two');
    await store.remove(id);
    await store.remove(id);
    assert.equal(await store.read(id), null);
    assert.equal(await store.head(id, 7), null);
  });
});

test('what is too large or breaks off never reaches the bucket', async () => {
  await withBucket(async (store, { bucket, spool }) => {
    const large = await store.receive(id, Readable.from([Buffer.alloc(megabyte), Buffer.from('x')]), megabyte);
    assert.ok(typeof large === 'object' && large.code === 'too_large');
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half of ');
      throw new Error('the connection was cut');
    }
    await assert.rejects(store.receive(id, broken(), megabyte), /was cut/);
    assert.equal(await store.read(id), null);
    assert.deepEqual(
      (await filesIn(bucket)).filter((name) => name.includes(id)),
      [],
    );
    assert.deepEqual(await filesIn(spool), []);
  });
});

test('a bucket that does not take the key is said in words on sending, and raised on reading', async () => {
  await withBucket(async (store, { spool }) => {
    const answer = await store.receive(id, Readable.from([Buffer.from('x')]), megabyte);
    assert.ok(typeof answer === 'object' && answer.message.startsWith('The store for files did not take it.'));
    assert.deepEqual(await filesIn(spool), []);
    await assert.rejects(store.read(id), /the bucket answered 403/);
  }, 'another');
});

test('a name that is no id of a file is never asked for', async () => {
  await withBucket(async (store) => {
    await assert.rejects(store.read('../other/secret'), /is not the id of a file/);
    await assert.rejects(store.remove(`${id}/..`), /is not the id of a file/);
  });
});

test('an address of a bucket has a key, a secret and a path, and says so otherwise', () => {
  for (const address of [
    's3.example.com/files',
    'https://s3.example.com/files',
    'https://k:s@s3.example.com/',
    'ftp://k:s@h/b',
    'https://k:%@h/b',
  ]) {
    const { error } = bucketAddress.safeParse(address);
    assert.match(error?.issues[0]?.message ?? '', /^must look like https:/);
  }
});
