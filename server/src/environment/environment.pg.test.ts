/** Environments and keys through the road. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

test('a workspace begins with development, staging and production, and more come after them', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const { items } = await owner.call('environment.list', {});
    assert.deepEqual(
      items.map(({ key, isProduction }) => [key, isProduction]),
      [
        ['development', false],
        ['staging', false],
        ['production', true],
      ],
    );
    await owner.call('environment.create', { key: 'preview', name: 'Preview' });
    assert.equal((await owner.refused('environment.create', { key: 'preview', name: 'Again' })).code, 'conflict');
    await owner.call('environment.edit', { environment: 'preview', position: 0 });
    const moved = await owner.call('environment.list', {});
    assert.deepEqual(
      moved.items.map(({ key, position }) => [key, position]),
      [
        ['preview', 0],
        ['development', 1],
        ['staging', 2],
        ['production', 3],
      ],
    );
    assert.equal((await owner.refused('environment.edit', { environment: 'nowhere', name: 'X' })).code, 'not_found');
    const nobodyLeft = await owner.refused('environment.edit', { environment: 'preview', restrictedTo: [] });
    assert.equal(nobodyLeft.code, 'conflict');
  });
});

test('a key is shown once and kept as a hash that no list, feed or answer shows again', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const made = await owner.call('environment.createKey', { environment: 'production', kind: 'server', name: 'Shop' });
    assert.match(made.keySecret, /^sl_srv_/);
    const { items } = await owner.call('environment.listKeys', { environment: 'production' });
    assert.deepEqual(items, [{ ...made.environmentKey, lastUsedAt: null }]);
    assert.ok(!('secretHash' in made.environmentKey));
    const { rows } = await sql<{ whole: string }>`select coalesce(string_agg(value::text, ''), '') as whole from change`.execute(
      database.db,
    );
    assert.ok(!rows[0]?.whole.includes('secretHash'), 'a key went into the feed');
    const mia = await join('member', 'Mia Member');
    assert.equal((await mia.refused('environment.createKey', { environment: 'production', kind: 'server' })).code, 'not_allowed');
    const own = await mia.call('environment.createKey', { environment: 'development', kind: 'browser' });
    assert.match(own.keySecret, /^sl_brw_/);
    const { id: environmentKeyId } = made.environmentKey;
    assert.equal((await mia.refused('environment.revokeKey', { environmentKeyId })).code, 'not_allowed');
    await owner.call('environment.revokeKey', { environmentKeyId });
    assert.equal((await owner.refused('environment.revokeKey', { environmentKeyId })).code, 'not_found');
    const production = (await owner.call('environment.list', {})).items.find((one) => one.key === 'production');
    assert.equal(production?.keysChanged, 2);
  });
});
