import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { test } from 'node:test';
import { clusterFolder } from './cluster-folder.ts';
import { nextState, openFolder, untilUp, usedFolder } from './folder-for-test.ts';

const MB = 1024 * 1024;

/** A folder on a disk whose free space the test sets, and its open database. */
async function given(): Promise<{ disk: { free: number }; database: Awaited<ReturnType<typeof openFolder>> }> {
  const disk = { free: 10_000 * MB };
  const space = { readFreeBytes: async () => disk.free, ballastBytes: MB, everyMs: 2 ** 30 };
  return { disk, database: await openFolder(await usedFolder(), { space }) };
}

test('writes are refused below 256 MB with a sentence that says so, and allowed again above', async () => {
  const { disk, database } = await given();
  assert.equal(database.mayWrite(), null);
  disk.free = 200 * MB;
  await database.embedded?.space.check();
  assert.match(database.mayWrite() ?? '', /Only 200 MB are free .* free some room/);
  assert.equal(database.state(), 'up');
  await database.pool.query('select from kept');
  disk.free = 300 * MB;
  await database.embedded?.space.check();
  assert.equal(database.mayWrite(), null);
  await database.close();
});

test('a disk that is low at the start is known before the first write', async () => {
  const database = await openFolder(await usedFolder(), { space: { readFreeBytes: async () => 100 * MB, everyMs: 2 ** 30 } });
  assert.match(database.mayWrite() ?? '', /Only 100 MB are free/);
  await database.close();
});

test('a PostgreSQL that cannot start on a full disk is full, gets the ballast, and comes back when there is room', async () => {
  const { disk, database } = await given();
  await database.embedded?.space.check();
  const states: string[] = [];
  database.onState((state) => states.push(state));
  const control = `${clusterFolder(database.dataDir ?? '')}/global/pg_control`;

  // What a full disk does to a start, done by taking away a file it needs.
  disk.free = 5 * MB;
  await rename(control, `${control}.away`);
  const down = nextState(database);
  process.kill(database.embedded?.pid() ?? 0, 'SIGKILL');
  assert.equal(await down, 'down');
  assert.equal(await nextState(database), 'full');
  assert.match(database.mayWrite() ?? '', /The disk is full and the database has stopped; .* starts again by itself/);
  assert.equal(database.space()?.hasBallast, false);

  await rename(`${control}.away`, control);
  disk.free = 10_000 * MB;
  await untilUp(database);
  await database.pool.query('insert into kept values (1)');
  assert.deepEqual(states, ['down', 'full', 'up']);
  await database.close();
});
