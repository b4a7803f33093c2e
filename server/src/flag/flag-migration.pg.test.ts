/** A workspace that was kept before there were flags begins with them as a new one does. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { migrate, MIGRATIONS_FOLDER, readMigrations } from '../db/migrate.ts';
import { withTestDatabase } from '../db/test-database.ts';

test('data kept before flags came gets the environments and segments of a new workspace, as changes after its own', async () => {
  const before = await mkdtemp(join(tmpdir(), 'shortlist-migrations-'));
  try {
    for (const { name } of await readMigrations(MIGRATIONS_FOLDER))
      if (name < '0004') await cp(join(MIGRATIONS_FOLDER, `${name}.sql`), join(before, `${name}.sql`));
    await withTestDatabase(
      async ({ db, pool }) => {
        await sql`insert into workspace values ('ws_old', 'ws_old', 'Kept', '2026-01-02T03:04:05.678Z')`.execute(db);
        await sql`insert into workspace_seq values ('ws_old', 41)`.execute(db);
        const applied = await migrate(pool);
        assert.equal(applied[0], '0004-flags');
        const { rows } = await sql<{ seq: number; event: string; key: string; created: string }>`
          select seq, event, value ->> 'key' as key, value ->> 'createdAt' as created
          from change where workspace_id = 'ws_old' and seq between 42 and 46 order by seq`.execute(db);
        assert.deepEqual(
          rows.map(({ seq, event, key }) => `${seq} ${event} ${key}`),
          [
            '42 environment.created development',
            '43 environment.created staging',
            '44 environment.created production',
            '45 segment.created ourselves',
            '46 segment.created beta',
          ],
        );
        assert.equal(rows[0]?.created, '2026-01-02T03:04:05.678Z');
        const { rows: segments } = await sql<{ key: string }>`
          select key from segment where workspace_id = 'ws_old' order by key`.execute(db);
        assert.deepEqual(
          segments.map(({ key }) => key),
          ['beta', 'ourselves'],
        );
      },
      { migrations: before },
    );
  } finally {
    await rm(before, { recursive: true });
  }
});
