/** What was counted and noted apart from the road, as the app asks for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';
import { FlagTelemetry } from './flag-telemetry.ts';
import { KeyUses } from './key-uses.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const key = 'arrivals';
const told = (variant: string, count: number) => ({ flag: key, variant, rule: '', count, exposures: 1 });

test('counts come by the hour for a day and by the day for longer, and the last asking is known for each flag', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId, road } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key });
    await owner.call('flag.create', { key: 'never-asked' });
    const telemetry = new FlagTelemetry({ db: database.db, workspaceId, log, clock: () => road.now });
    for (const [at, variant, count] of [
      ['2026-11-08T23:30:00.000Z', 'on', 1],
      ['2026-11-15T10:10:00.000Z', 'on', 2],
      ['2026-11-16T08:10:00.000Z', 'on', 3],
      ['2026-11-16T08:40:00.000Z', 'off', 4],
    ] as const) {
      road.now = at;
      telemetry.add('production', { evaluations: [told(variant, count)], outcomes: [] });
      await telemetry.flush();
    }
    await telemetry.close();
    road.now = '2026-11-16T09:00:00.000Z';
    const asked = { key, environment: 'production' };
    const day = await owner.call('flag.counts', { ...asked, days: 1 });
    assert.deepEqual(
      [day.step, ...day.items.map(({ at, variant, evaluations }) => [at, variant, evaluations])],
      [
        'hour',
        ['2026-11-15T10:00:00.000Z', 'on', 2],
        ['2026-11-16T08:00:00.000Z', 'off', 4],
        ['2026-11-16T08:00:00.000Z', 'on', 3],
      ],
    );
    const week = await owner.call('flag.counts', asked);
    assert.deepEqual(
      [week.step, ...week.items.map(({ at, variant, evaluations, exposures }) => [at, variant, evaluations, exposures])],
      [
        'day',
        ['2026-11-15T00:00:00.000Z', 'on', 2, 1],
        ['2026-11-16T00:00:00.000Z', 'off', 4, 1],
        ['2026-11-16T00:00:00.000Z', 'on', 3, 1],
      ],
    );
    assert.equal((await owner.refused('flag.counts', { ...asked, environment: 'moon' })).code, 'not_found');
    assert.equal((await owner.refused('flag.counts', { ...asked, key: 'gone' })).code, 'not_found');
    const { items } = await owner.call('flag.asked', {});
    assert.deepEqual(items, [{ key, environment: 'production', lastEvaluatedAt: '2026-11-16T08:40:00.000Z' }]);
  });
});

test('a key says when it was last used, and the workspace’s counter stays where it was', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId, road } = await makeTestWorkspace(database);
    await owner.call('environment.createKey', { environment: 'staging', kind: 'server', name: 'Shop' });
    const made = await owner.callSeq('environment.createKey', { environment: 'staging', kind: 'browser' });
    const { items: keys } = await owner.call('environment.listKeys', { environment: 'staging' });
    const shop = keys.find(({ name }) => name === 'Shop');
    assert.equal(shop?.lastUsedAt, null);
    const uses = new KeyUses({ db: database.db, workspaceId, log, clock: () => road.now });
    for (const at of ['2026-11-16T11:00:00.000Z', '2026-11-16T10:00:00.000Z']) {
      road.now = at;
      uses.note(shop.id);
      await uses.flush();
    }
    await uses.close();
    const { items } = await owner.call('environment.listKeys', { environment: 'staging' });
    assert.deepEqual(
      items.map(({ name, lastUsedAt }) => [name, lastUsedAt]),
      [
        ['Shop', '2026-11-16T11:00:00.000Z'],
        ['', null],
      ],
    );
    const { seq } = await owner.callSeq('environment.edit', { environment: 'staging', name: 'Stage' });
    assert.equal(seq, made.seq + 1);
  });
});
