import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Database } from './connect.ts';
import { migrate, readMigrations } from './migrate.ts';
import { withTestDatabase } from './test-database.ts';

const FIRST = { '0001-first.sql': 'create table first (id int);\ninsert into first values (1);\n' };
const SECOND = { '0002-second.sql': 'create table second (id int);\n' };

/** Gives the body an empty database and a folder to put migrations into. */
async function given(
  body: (database: Database, put: (files: Record<string, string>) => Promise<string>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-migrations-'));
  const none = await mkdtemp(join(tmpdir(), 'shortlist-migrations-'));
  const put = async (files: Record<string, string>): Promise<string> => {
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
    return folder;
  };
  try {
    await withTestDatabase((database) => body(database, put), { migrations: none });
  } finally {
    for (const gone of [folder, none]) await rm(gone, { recursive: true });
  }
}

const recorded = async ({ db }: Database): Promise<string[]> =>
  (await db.selectFrom('migration').select('name').orderBy('name').execute()).map(({ name }) => name);

test('missing migrations are applied in order and once, and recorded with their hash', async () => {
  await given(async (database, put) => {
    const folder = await put(FIRST);
    assert.deepEqual(await migrate(database.pool, folder), ['0001-first']);
    await put(SECOND);
    assert.deepEqual(await migrate(database.pool, folder), ['0002-second']);
    assert.deepEqual(await migrate(database.pool, folder), []);
    assert.deepEqual(await recorded(database), ['0001-first', '0002-second']);
    const [row] = await database.db.selectFrom('migration').selectAll().execute();
    assert.match(row?.sha256 ?? '', /^[0-9a-f]{64}$/);
    assert.match(row?.appliedAt ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

test('several servers that migrate at once apply each file once, and all of them go on', async () => {
  await given(async (database, put) => {
    const folder = await put({ ...FIRST, ...SECOND });
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(database.pool, folder)));
    assert.deepEqual(applied.flat(), ['0001-first', '0002-second']);
    const { rowCount } = await database.pool.query('select from first');
    assert.equal(rowCount, 1);
  });
});

test('a migration changed after it was applied is refused by name, and nothing is applied', async () => {
  await given(async (database, put) => {
    const folder = await put(FIRST);
    await migrate(database.pool, folder);
    await put({ '0001-first.sql': 'create table first (id bigint);\n', ...SECOND });
    await assert.rejects(migrate(database.pool, folder), /migration 0001-first was changed after it was applied/);
    assert.deepEqual(await recorded(database), ['0001-first']);
  });
});

test('other line ends are no change', async () => {
  await given(async (database, put) => {
    const folder = await put(FIRST);
    await migrate(database.pool, folder);
    await put({ '0001-first.sql': FIRST['0001-first.sql'].replaceAll('\n', '\r\n') });
    assert.deepEqual(await migrate(database.pool, folder), []);
  });
});

test('a database made by newer code is refused', async () => {
  await given(async (database, put) => {
    const folder = await put({ ...FIRST, ...SECOND });
    await migrate(database.pool, folder);
    await rm(join(folder, '0002-second.sql'));
    await assert.rejects(migrate(database.pool, folder), /made by a newer Shortlist \(it has the migration 0002-second\)/);
  });
});

test('a migration that comes in before an applied one is refused', async () => {
  await given(async (database, put) => {
    const folder = await put({ '0003-third.sql': 'select 1;' });
    await migrate(database.pool, folder);
    await put(SECOND);
    await assert.rejects(migrate(database.pool, folder), /0002-second comes before 0003-third, which was already applied/);
  });
});

test('a migration that fails leaves nothing of itself, keeps those before it, and is named', async () => {
  await given(async (database, put) => {
    const folder = await put({ ...FIRST, '0002-broken.sql': 'create table half (id int); select 1 / 0;' });
    await assert.rejects(migrate(database.pool, folder), /The migration 0002-broken failed: division by zero/);
    assert.deepEqual(await recorded(database), ['0001-first']);
    const { rows } = await database.pool.query<{ half: string | null }>("select to_regclass('half') as half");
    assert.equal(rows[0]?.half, null);
  });
});

test('file names that would leave the order open are refused', async () => {
  await given(async (_, put) => {
    await put({ '0001-first.sql': '', '0001-other.sql': '' });
    await assert.rejects(put({}).then(readMigrations), /Two migrations have the number 0001/);
  });
  await given(async (_, put) => {
    await assert.rejects(put({ '1-first.sql': '' }).then(readMigrations), /The migration 1-first\.sql must be named like/);
  });
});
