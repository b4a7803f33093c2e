import assert from 'node:assert/strict';
import { chown, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunAs } from './run-as.ts';
import { socketFolder } from './socket-folder.ts';

const myself: RunAs = { way: 'self', uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, userName: 'me', prefix: [] };

async function inFolder(body: (base: string) => Promise<void>): Promise<void> {
  const base = await mkdtemp(join(tmpdir(), 'shortlist-sockets-'));
  try {
    await body(base);
  } finally {
    await rm(base, { recursive: true });
  }
}

test('one data folder always has the same short socket folder, another has another', async () => {
  await inFolder(async (base) => {
    const folder = await socketFolder(`/data/${'long/'.repeat(100)}`, myself, base);
    assert.equal(await socketFolder(`/data/${'long/'.repeat(100)}`, myself, base), folder);
    assert.notEqual(await socketFolder('/data/other', myself, base), folder);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    assert.ok(folder.length - base.length < 40);
  });
});

test('what somebody else put under the name is never used', async () => {
  await inFolder(async (base) => {
    const name = await socketFolder('/data', myself, base);
    await rm(name, { recursive: true });
    await symlink('/tmp', name);
    assert.equal(await socketFolder('/data', myself, base), `${name}-2`);
    await rm(`${name}-2`, { recursive: true });
    await writeFile(`${name}-2`, '');
    assert.equal(await socketFolder('/data', myself, base), `${name}-3`);
  });
});

test('a folder of another user is never used', { skip: process.getuid?.() !== 0 && 'only root can make one' }, async () => {
  await inFolder(async (base) => {
    const name = await socketFolder('/data', myself, base);
    await chown(name, 65_534, 65_534);
    assert.equal(await socketFolder('/data', myself, base), `${name}-2`);
  });
});
