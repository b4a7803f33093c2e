import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { clusterFolder } from './cluster-folder.ts';
import { killServer, openFolder, startServer, untilUp, usedFolder, nextState } from './folder-for-test.ts';
import { isAlive } from './process-facts.ts';

const onLinux = { skip: process.platform !== 'linux' && 'reads /proc' };

test('a killed server leaves its PostgreSQL running, and the next server adopts it', async () => {
  const folder = await usedFolder();
  const killed = await startServer(folder);
  await killServer(killed);

  const database = await openFolder(folder);
  assert.equal(database.embedded?.pid(), killed.postmaster);
  await database.pool.query('insert into kept values (1)');
  await database.close();
  assert.equal(await isAlive(killed.postmaster), false);
});

test('an adopted PostgreSQL that is killed comes back too', async () => {
  const folder = await usedFolder();
  const killed = await startServer(folder);
  await killServer(killed);

  const database = await openFolder(folder);
  const down = nextState(database);
  process.kill(killed.postmaster, 'SIGKILL');
  assert.equal(await down, 'down');
  await untilUp(database);
  assert.notEqual(database.embedded?.pid(), killed.postmaster);
  await database.pool.query('insert into kept values (1)');
  await database.close();
});

test('a PostgreSQL whose folder was moved meanwhile is adopted, never doubled', onLinux, async () => {
  const folder = await usedFolder();
  const killed = await startServer(folder);
  await killServer(killed);
  await rename(folder, `${folder}-moved`);

  const database = await openFolder(`${folder}-moved`);
  assert.equal(database.embedded?.pid(), killed.postmaster);
  await database.close();
  await rename(`${folder}-moved`, folder);
});

test('a PostgreSQL killed under load starts again by itself, with every acknowledged row', async () => {
  const database = await openFolder(await usedFolder());
  const states: string[] = [];
  database.onState((state) => states.push(state));
  const acknowledged: number[] = [];
  const down = nextState(database);
  const write = async (writer: number): Promise<void> => {
    for (let id = writer; database.state() === 'up'; id += 4) {
      await database.pool.query('insert into kept values ($1)', [id]);
      acknowledged.push(id);
      if (acknowledged.length === 200) process.kill(database.embedded?.pid() ?? 0, 'SIGKILL');
    }
  };
  // A query under way when the server dies is rejected; the others stop by the state.
  await Promise.allSettled([0, 1, 2, 3].map(write));
  assert.equal(await down, 'down');
  assert.match(database.mayWrite() ?? '', /being started again/);
  await untilUp(database);

  const { rows } = await database.pool.query<{ id: number }>('select id from kept');
  const stored = new Set(rows.map(({ id }) => id));
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
  assert.ok(acknowledged.length >= 200);
  assert.equal(database.mayWrite(), null);
  assert.deepEqual(states, ['down', 'up']);
  await database.close();
});

test('both killed at once: the next server starts PostgreSQL again and finds what was acknowledged', async () => {
  const folder = await usedFolder();
  const killed = await startServer(folder);
  process.kill(killed.postmaster, 'SIGKILL');
  await killServer(killed);

  const database = await openFolder(folder);
  assert.notEqual(database.embedded?.pid(), killed.postmaster);
  await database.pool.query('insert into kept values (1)');
  await database.close();
});

/** A postmaster.pid as a crash leaves it, which names `pid`. */
async function leavePidFile(folder: string, pid: number): Promise<void> {
  const cluster = clusterFolder(folder);
  await writeFile(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n1700000000\n5432\n/tmp\n\n  123 456\nready   \n`);
}

test('a pid file of a process that is gone is no obstacle', async () => {
  const folder = await usedFolder();
  await leavePidFile(folder, 999_999_999);
  const database = await openFolder(folder);
  assert.equal(database.state(), 'up');
  await database.close();
});

test('a pid file whose number now belongs to another process is cleared, and that process left alone', async (t) => {
  const folder = await usedFolder();
  const other = spawn('sleep', ['1000']);
  t.after(() => other.kill());
  await leavePidFile(folder, other.pid ?? 0);
  const database = await openFolder(folder);
  assert.equal(database.state(), 'up');
  await database.close();
  assert.equal(other.exitCode, null);
});

test('a pid file of a dead process that nobody reaped (as in containers) is cleared', onLinux, async (t) => {
  const folder = await usedFolder();
  const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 1000'], { stdio: ['pipe', 'pipe', 'ignore'] });
  t.after(() => parent.kill());
  let zombie = 0;
  for await (const line of createInterface(parent.stdout)) {
    zombie = Number(line);
    break;
  }
  // The shell would still reap its child; what it turns into does not.
  while (!(await readFile(`/proc/${parent.pid}/cmdline`, 'utf8')).startsWith('sleep'));
  parent.stdin.end();
  while (!/\) Z /.test(await readFile(`/proc/${zombie}/stat`, 'utf8')));
  await leavePidFile(folder, zombie);
  const database = await openFolder(folder);
  assert.equal(database.state(), 'up');
  await database.close();
});

test('a session that is ended from outside is opened again without restarting PostgreSQL', async () => {
  const database = await openFolder(await usedFolder());
  const pid = database.embedded?.pid();
  const down = nextState(database);
  await database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'shortlist owner%'",
  );
  assert.equal(await down, 'down');
  await untilUp(database);
  assert.equal(database.embedded?.pid(), pid);
  await database.close();
});
