import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import pg from 'pg';
import { emptyFolder, killServer, nextState, openFolder, startServer, usedFolder } from './folder-for-test.ts';
import { OWNERSHIP_LOCK } from './ownership.ts';

test('a second server on one folder is refused in one line that names the first, which goes on', async () => {
  const folder = await usedFolder();
  const first = await startServer(folder);
  await assert.rejects(openFolder(folder), {
    message: `Another Shortlist server (pid ${first.process.pid}) already uses the folder ${folder}; stop it or choose another --data.`,
  });
  assert.equal(first.process.exitCode, null);
  await killServer(first);
});

test('two servers that start at once on an empty folder make one database, and one of them gets it', async () => {
  const folder = await emptyFolder();
  const starts = await Promise.allSettled([startServer(folder), startServer(folder)]);
  const refused = starts.filter((start) => start.status === 'rejected').map(({ reason }) => String(reason));
  assert.equal(refused.length, 1, refused.join('\n'));
  assert.match(refused[0] ?? '', /Another Shortlist server \(pid \d+\) already uses/);
  for (const start of starts) if (start.status === 'fulfilled') await killServer(start.value);
});

test('a server that starts while another one stops waits for it and takes over', async () => {
  const folder = await usedFolder();
  const first = await startServer(folder);
  const exited = once(first.process, 'exit');
  first.process.kill('SIGTERM');
  const second = await openFolder(folder);
  await exited;
  await second.pool.query('insert into kept values (1)');
  assert.equal(second.state(), 'up');
  await second.close();
});

test('a server that lost the folder to another leaves the database running for it when it stops', async () => {
  const first = await openFolder(await usedFolder());
  const next = new pg.Client(first.connection());
  await next.connect();
  const owned = next.query('select pg_advisory_lock($1)', [OWNERSHIP_LOCK]);
  // It stands in line before the lock is let go of, or the first would have it back.
  const inLine = "select from pg_locks where locktype = 'advisory' and not granted";
  while ((await first.pool.query(inLine)).rowCount === 0);
  const down = nextState(first);
  await first.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'shortlist owner%'");
  await owned;
  assert.equal(await down, 'down');
  await first.close();

  const { rows } = await next.query('select 1 as answer');
  assert.deepEqual(rows, [{ answer: 1 }]);
  await next.end();
});
