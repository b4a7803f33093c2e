/** Two people cannot take the last place: forty clients over HTTP, servers in processes of their own. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTestDatabase } from '../db/test-database.ts';
import { startServerProcess, stopServerProcess, type ServerProcess } from './server-process.ts';
import { TestApi } from './test-api.ts';

const clients = 40;

test('forty clients commit at once into room for k: k are accepted, on the embedded database', async () => {
  await withFolder(async (folder) => {
    const server = await startServerProcess(folder);
    try {
      const api = await setUp(server, folder);
      await fillWindow([api]);
    } finally {
      await stopServerProcess(server);
    }
  });
});

test('forty clients commit at once into room for k: k are accepted, through two server processes on one given database', async () => {
  const { url, database, drop } = await createTestDatabase();
  await database.close();
  await withFolder(async (folder) => {
    const servers: ServerProcess[] = [];
    try {
      const first = await startServerProcess(folder, url);
      servers.push(first);
      const api = await setUp(first, folder);
      const second = await startServerProcess(`${folder}-second`, url);
      servers.push(second);
      const other = new TestApi(() => second.url);
      other.secret = api.secret;
      await fillWindow([api, other]);
    } finally {
      for (const server of servers) await stopServerProcess(server);
      await rm(`${folder}-second`, { recursive: true, force: true });
      await drop();
    }
  });
});

async function setUp(server: ServerProcess, folder: string): Promise<TestApi> {
  const api = new TestApi(() => server.url);
  await api.setUp((await readFile(join(folder, 'setup-token'), 'utf8')).trim());
  return api;
}

async function fillWindow(all: readonly [TestApi, ...TestApi[]]): Promise<void> {
  const [api] = all;
  const team = await api.untilAnswered('team.create', { name: 'Core', key: 'CORE', timeZone: 'Etc/UTC', declaredWeeklyItems: 3 });
  const ids: string[] = [];
  for (let index = 0; index < clients; index += 1) {
    const task = await api.untilAnswered('task.create', {
      teamId: team['id'],
      title: `Chore ${index}`,
      why: 'It is due.',
      over: { reason: 'All at once' },
    });
    ids.push(String(task['id']));
  }
  const { k } = await api.untilAnswered('backlog.window', { teamId: team['id'] });
  assert.ok(Number(k) > 2 && Number(k) < clients, `room for ${String(k)}`);
  // A declared window asks for a reason instead of refusing; who gives none is not let over.
  const verdicts = await Promise.all(
    ids.map(async (itemId, index) => {
      const through = all[index % all.length] ?? api;
      return await through.untilAnswered('backlog.commit', { itemId, teamId: team['id'] }).then(
        () => 'accepted',
        (error: unknown) => /"code":"([a-z_]+)"/.exec(String(error))?.[1] ?? String(error),
      );
    }),
  );
  assert.equal(verdicts.filter((verdict) => verdict === 'accepted').length, k);
  assert.deepEqual(new Set(verdicts), new Set(['accepted', 'reason_needed']));
  assert.equal((await api.untilAnswered('backlog.window', { teamId: team['id'] }))['n'], k);
}

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-place-'));
  try {
    await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
