import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { deriveId } from '@shortlist/domain/derive-id.ts';
import { fileStore, type FileStore, type FileStoreOptions } from './file-store.ts';
import { typeOfFile } from './file-type.ts';

const id = deriveId('0192a000-0000-4000-8000-0000000000aa', 'attachment', 0);
const megabyte = 1024 * 1024;

async function withStore(body: (store: FileStore, folder: string) => Promise<void>, options: FileStoreOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-store-'));
  try {
    await body(fileStore(folder, options), folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('what is received is read again, byte for byte, and only by its owner on disk', async () => {
  await withStore(async (store, folder) => {
    assert.equal(await store.receive(id, Readable.from([Buffer.from('one '), Buffer.from('two')]), megabyte), 7);
    const file = await store.read(id);
    assert.equal(file?.size, 7);
    assert.equal(await text(file?.stream() ?? Readable.from([])), 'one two');
    assert.equal(Buffer.from((await store.head(id, 3)) ?? []).toString(), 'one');
    const [path = ''] = await filesIn(folder);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal((await stat(dirname(path))).mode & 0o777, 0o700);
    await store.remove(id);
    await store.remove(id);
    assert.equal(await store.read(id), null);
  });
});

test('what is too large, empty or breaks off is refused or thrown, and leaves nothing', async () => {
  await withStore(async (store, folder) => {
    const large = await store.receive(id, Readable.from([Buffer.alloc(megabyte), Buffer.from('x')]), megabyte);
    assert.ok(typeof large === 'object' && large.code === 'too_large' && large.message.includes('1 MB'));
    const empty = await store.receive(id, Readable.from([]), megabyte);
    assert.ok(typeof empty === 'object' && empty.code === 'invalid_input');
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('half of ');
      throw new Error('the connection was cut');
    }
    await assert.rejects(store.receive(id, broken(), megabyte), /was cut/);
    assert.deepEqual(await filesIn(folder), []);
  });
});

test('with too little room nothing is begun', async () => {
  const options = { readFreeBytes: async () => await Promise.resolve(256 * megabyte) };
  await withStore(async (store, folder) => {
    const answer = await store.receive(id, Readable.from([Buffer.from('x')]), megabyte);
    assert.ok(typeof answer === 'object' && answer.code === 'no_space');
    assert.deepEqual(await filesIn(folder), []);
  }, options);
});

test('a name that is no id of a file leads nowhere', async () => {
  await withStore(async (store) => {
    for (const name of ['../../etc/passwd', `${id}/..`, 'att_', '', id.toUpperCase()]) {
      await assert.rejects(store.read(name), /is not the id of a file/);
      await assert.rejects(store.receive(name, Readable.from([Buffer.from('x')]), 1), /is not the id of a file/);
    }
  });
});

test('what a killed server left half-written goes after an hour', async () => {
  await withStore(async (store, folder) => {
    await store.receive(id, Readable.from([Buffer.from('whole')]), megabyte);
    const [path = ''] = await filesIn(folder);
    const now = Date.now();
    for (const [name, ageMinutes] of [
      ['old.part', 61],
      ['new.part', 59],
    ] as const) {
      await writeFile(join(dirname(path), name), 'half');
      const at = new Date(now - ageMinutes * 60_000);
      await utimes(join(dirname(path), name), at, at);
    }
    await store.sweepUnfinished(now);
    assert.deepEqual(new Set((await filesIn(folder)).map((file) => file.split('/').at(-1))), new Set([id, 'new.part']));
  });
});

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
  'hex',
);

test('a file is what its bytes say, and neither a program nor a false picture is taken', async () => {
  assert.equal(await typeOfFile(png, 'application/octet-stream'), 'image/png');
  assert.equal(await typeOfFile(png, 'image/jpeg; q=1'), 'image/png');
  assert.equal(await typeOfFile(Buffer.from('plain words'), 'text/html'), 'text/plain');
  assert.equal(await typeOfFile(Buffer.from('<script>alert(1)</script>'), 'application/javascript'), 'application/octet-stream');
  const code = async (head: Buffer, claimed: string) => {
    const answer = await typeOfFile(head, claimed);
    return typeof answer === 'object' ? answer.code : answer;
  };
  assert.equal(await code(Buffer.from('no picture at all'), 'image/png'), 'wrong_file');
  assert.equal(await code(Buffer.from('%PDF-1.7\n%abc'), 'image/webp'), 'wrong_file');
  assert.equal(await code(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/zip'), 'wrong_file');
  assert.equal(
    await code(Buffer.concat([Buffer.from([0x7f]), Buffer.from('ELF'), Buffer.alloc(200)]), 'text/plain'),
    'wrong_file',
  );
});
