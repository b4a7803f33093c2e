import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { openDatabase } from './connect.ts';
import { databaseFacts } from './database-facts.ts';
import { nextState, openFolder, untilUp, usedFolder } from './embedded/folder-for-test.ts';
import { migrate } from './migrate.ts';
import { createTestDatabase, withTestDatabase } from './test-database.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const migrations = await mkdtemp(join(tmpdir(), 'shortlist-migrations-'));
await writeFile(
  join(migrations, '0001-first.sql'),
  'create table noted (id int primary key, at timestamptz not null default now());',
);
after(() => rm(migrations, { recursive: true }));

test('two servers work on one database given by its address', async () => {
  const { database, url, drop } = await createTestDatabase({ migrations });
  const second = await openDatabase({ databaseUrl: url, log: SILENT });
  await database.pool.query('insert into noted values (1)');
  const { rowCount } = await second.pool.query('select from noted');
  assert.equal(rowCount, 1);
  assert.equal(second.isEmbedded, false);
  assert.equal(second.mayWrite(), null);
  await second.close();
  assert.equal(second.state(), 'closed');
  await drop();
});

test('every session works in UTC and keeps the options of the address', async () => {
  const { url, database, drop } = await createTestDatabase({ migrations });
  await database.pool.query(`alter database ${new URL(url).pathname.slice(1)} set timezone to 'Asia/Tokyo'`);
  const withOptions = new URL(url);
  withOptions.searchParams.set('options', '-c work_mem=5MB');
  const second = await openDatabase({ databaseUrl: withOptions.href, log: SILENT });
  const { rows } = await second.pool.query("select current_setting('TimeZone') as zone, current_setting('work_mem') as memory");
  assert.deepEqual(rows, [{ zone: 'UTC', memory: '5MB' }]);
  await second.close();
  await drop();
});

test('times, counts and dates arrive as plain values', async () => {
  await withTestDatabase(
    async ({ pool }) => {
      const { rows } = await pool.query(
        "select timestamptz '2026-11-22 12:00+02' as at, count(*) as count, date '2026-11-22' as day, 1.5::numeric as share from noted",
      );
      assert.deepEqual(rows, [{ at: '2026-11-22T10:00:00.000Z', count: 0, day: '2026-11-22', share: 1.5 }]);
    },
    { migrations },
  );
});

test('the connection serves sessions of one’s own, such as LISTEN', async () => {
  await withTestDatabase(
    async (database) => {
      const listener = new pg.Client(database.connection());
      await listener.connect();
      const heard = new Promise((resolve) => listener.once('notification', ({ payload }) => resolve(payload)));
      await listener.query('listen changes');
      await database.pool.query("notify changes, '42'");
      assert.equal(await heard, '42');
      await listener.end();
    },
    { migrations },
  );
});

test('a given database that ends our sessions is down, refuses writes, and is opened again', async () => {
  await withTestDatabase(
    async (database) => {
      const down = nextState(database);
      const refusal = down.then(() => database.mayWrite());
      await database.pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      assert.equal(await down, 'down');
      assert.match((await refusal) ?? '', /being started again/);
      await untilUp(database);
      await database.pool.query('insert into noted values (1)');
      assert.equal(database.mayWrite(), null);
    },
    { migrations },
  );
});

test('test databases know nothing of each other', async () => {
  await withTestDatabase(({ pool }) => pool.query('insert into noted values (1)'), { migrations });
  await withTestDatabase(
    async ({ pool }) => {
      const { rowCount } = await pool.query('select from noted');
      assert.equal(rowCount, 0);
    },
    { migrations },
  );
});

test('without folder and address the error says which of them to give', async () => {
  await assert.rejects(openDatabase({ log: SILENT }), /start with --data DIR or set DATABASE_URL/);
});

test('the facts tell where an embedded database lives, its size and what it runs as', async () => {
  const folder = await usedFolder();
  const database = await openFolder(folder);
  assert.equal((await databaseFacts(database)).migration, null);
  await migrate(database.pool, migrations);
  const facts = await databaseFacts(database);
  assert.equal(facts.way, 'embedded');
  assert.match(facts.version, /^18\.\d+$/);
  assert.equal(facts.folder, folder);
  assert.equal(facts.pid, database.embedded?.pid());
  assert.equal(facts.migration, '0001-first');
  assert.equal(facts.freeBytes, 10 ** 10);
  assert.ok(facts.sizeBytes > 1_000_000 && facts.user.length > 0);
  await database.close();
});

test('the facts of a given database name its user and no folder', async () => {
  await withTestDatabase(
    async (database) => {
      const facts = await databaseFacts(database);
      assert.deepEqual([facts.way, facts.folder, facts.pid, facts.freeBytes], ['url', null, null, null]);
      assert.equal(facts.migration, '0001-first');
    },
    { migrations },
  );
});
