import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { clusterFolder, passwordFile } from './cluster-folder.ts';
import { emptyFolder, openFolder, usedFolder } from './folder-for-test.ts';

const one = async (database: Awaited<ReturnType<typeof openFolder>>, sql: string): Promise<unknown> => {
  const { rows } = await database.pool.query<Record<string, unknown>>(sql);
  return Object.values(rows[0] ?? {})[0];
};

test('an empty folder becomes a database that takes queries, and keeps them over a restart', async () => {
  const folder = await emptyFolder();
  const first = await openFolder(join(folder, 'made', 'on', 'the', 'way'));
  await first.pool.query("create table note as select 'kept' as text");
  await first.close();
  assert.equal(first.state(), 'closed');

  const second = await openFolder(join(folder, 'made', 'on', 'the', 'way'));
  assert.equal(await one(second, 'select text from note'), 'kept');
  await second.close();
});

test('the cluster is durable, closed to the network, in UTF-8 and sorts by code point', async () => {
  const database = await openFolder(await usedFolder());
  const settings = {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '128MB',
    wal_level: 'replica',
    listen_addresses: '',
  };
  for (const [name, value] of Object.entries(settings)) assert.equal(await one(database, `show ${name}`), value, name);
  assert.equal(await one(database, 'show server_encoding'), 'UTF8');
  assert.equal(await one(database, "select string_agg(t, '' order by t) from unnest('{ä,Z,a,b}'::text[]) t"), 'Zabä');
  assert.equal(await one(database, "select upper('é')"), 'É');
  assert.equal(await one(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"), 'scram-sha-256');
  await database.close();
});

test('password and socket folder are for the owner only', async () => {
  const folder = await usedFolder();
  const database = await openFolder(folder);
  const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
  assert.equal(await modeOf(passwordFile(folder)), 0o600);
  assert.equal(await modeOf(clusterFolder(folder)), 0o700);
  assert.equal(await modeOf(database.connection().host ?? ''), 0o700);
  await assert.rejects(openWithPassword(database.connection().host ?? '', 'guessed'), /password authentication failed/);
  await database.close();
});

async function openWithPassword(host: string, password: string): Promise<void> {
  await new pg.Client({ host, password, user: 'shortlist', database: 'shortlist' }).connect();
}

test('what an interrupted first start left behind is removed, and the next one succeeds', async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'postgres.new-halfway', 'cluster', 'base'), { recursive: true });
  await writeFile(join(folder, 'postgres.new-halfway', 'cluster', 'PG_VERSION'), '18\n');
  const database = await openFolder(folder);
  assert.equal(await one(database, 'select 1'), 1);
  assert.deepEqual((await readdir(folder)).toSorted(), ['ballast', 'postgres']);
  await database.close();
});

test('a start lock left by a process that is gone holds nobody up', async () => {
  const folder = await usedFolder();
  await writeFile(join(folder, 'start.lock'), '999999999');
  const database = await openFolder(folder);
  assert.equal(database.state(), 'up');
  await database.close();
});

test('a data folder with a path longer than a socket may have works like any other', async () => {
  const folder = join(await emptyFolder(), 'a-folder-with-a-rather-long-name'.repeat(6), 'ä name, with spaces');
  const database = await openFolder(folder);
  assert.ok(folder.length > 107);
  assert.ok(`${database.connection().host}/.s.PGSQL.5432`.length <= 107);
  assert.equal(await one(database, 'select 1'), 1);
  await database.close();
});

test('a database of another major version is refused in one line that says what to do', async () => {
  const folder = await usedFolder();
  await writeFile(join(clusterFolder(folder), 'PG_VERSION'), '17\n');
  await assert.rejects(openFolder(folder), /made by PostgreSQL 17, and this Shortlist brings PostgreSQL 18; .* take a backup/);
});

test('PostgreSQL that does not start is reported with its own reason and the place of its log', async () => {
  const folder = await usedFolder();
  await writeFile(join(clusterFolder(folder), 'postgresql.conf'), 'no_such_setting = on\n');
  await assert.rejects(openFolder(folder), /PostgreSQL does not start: .*postgresql\.conf.*; its log is .*postgres\.log/);
});

test('PG_BIN_DIR that holds no programs is named in the error', async () => {
  const folder = await emptyFolder();
  await assert.rejects(openFolder(folder, { embedded: { pgBinDir: folder } }), new RegExp(`PG_BIN_DIR is ${folder}`));
});

test('neither passwords nor values of rows reach the log', async () => {
  const folder = await usedFolder();
  const database = await openFolder(folder);
  await assert.rejects(database.pool.query('insert into kept values (1), (1) -- secret-in-statement'), /duplicate key/);
  await assert.rejects(database.pool.query("select 'secret-value'::int"), /invalid input/);
  await database.close();
  const log = await readFile(join(folder, 'postgres', 'postgres.log'), 'utf8');
  assert.match(log, /duplicate key/);
  assert.doesNotMatch(log, /secret-in-statement|Key \(id\)/);
});
