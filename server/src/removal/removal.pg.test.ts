/** Flags leave the code: what a scan reports, what that means, and what comes back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InputOf } from '@shortlist/domain/operations.ts';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { FlagTelemetry } from '../flag/flag-telemetry.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

const key = 'new-checkout';
const day = 24 * 60 * 60 * 1000;

async function atEveryone({ owner, readyStory }: TestWorkspace): Promise<string> {
  const storyId = await readyStory('Pay in one step');
  await owner.call('flag.create', { storyId, key });
  await owner.call('ladder.climb', { flagKey: key, rung: 'everyone', override: { reason: 'Checked by hand' } });
  return storyId;
}

function report(found: readonly string[], repository = 'acme/shop'): InputOf<'flag.reportScan'> {
  const places = [{ file: 'src/pay.ts', line: 3, how: 'used' as const }];
  return { repository, filesRead: 12, found: found.map((one) => ({ key: one, places })) };
}

async function evaluated({ road, workspaceId }: TestWorkspace): Promise<void> {
  const log = { warn: (_: object, message: string) => assert.fail(message) };
  const { clock } = road;
  const telemetry = new FlagTelemetry({ db: road.database.db, workspaceId, clock, log: log as never });
  const evaluations = [{ flag: key, variant: 'on', rule: '', count: 1, exposures: 0 }];
  telemetry.add('production', { evaluations, outcomes: [] });
  await telemetry.close();
}

const later = ({ road }: TestWorkspace, ms: number): void => {
  road.now = new Date(Date.parse(road.now) + ms).toISOString();
};

test('at everyone a flag is to be cleaned up until a scan no longer finds it, and is then made permanent', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    const storyId = await atEveryone(workspace);
    const listed = async () => (await owner.call('flag.listCleanUps', { storyId })).items;
    assert.deepEqual(
      (await listed()).map(({ flag, state, scannedAt }) => [flag.cleanUp?.ownerId, flag.cleanUp?.dueDay, state, scannedAt]),
      [[owner.id, '2026-11-30', 'waiting for code', null]],
    );
    const told = await owner.call('flag.reportScan', report([key, 'misspelt']));
    assert.deepEqual([told.unknown, told.cleanUp], [['misspelt'], [{ key, state: 'live' }]]);
    const [standing] = await listed();
    assert.deepEqual(standing?.places, [{ repository: 'acme/shop', file: 'src/pay.ts', line: 3, how: 'used' }]);
    const held = await owner.refused('ladder.climb', { flagKey: key, rung: 'permanent' });
    assert.deepEqual([held.code, held.details?.['guards']], ['not_ready', ['code']]);

    await owner.call('flag.reportScan', report([key], 'acme/app'));
    const half = await owner.call('flag.reportScan', report([]));
    assert.deepEqual(half.cleanUp, [{ key, state: 'live' }], 'it still stands in the other repository');
    const gone = await owner.call('flag.reportScan', report([], 'acme/app'));
    assert.deepEqual(gone.cleanUp, [{ key, state: 'ready to remove' }]);
    assert.equal((await listed())[0]?.state, 'ready to remove');
    const permanent = await owner.call('ladder.climb', { flagKey: key, rung: 'permanent' });
    assert.deepEqual([permanent.cleanUp, permanent.rung], [null, 'permanent']);
    assert.deepEqual(await listed(), []);
  });
});

test('what is asked for after it was permanent comes back once, however many look, and closes when it is silent', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, road, workspaceId } = workspace;
    await atEveryone(workspace);
    await owner.call('ladder.climb', { flagKey: key, rung: 'permanent' });
    const settle = () => callAsSystem(road, workspaceId, 'flag.settleCleanUps', {});
    await settle();
    assert.equal((await owner.call('flag.get', { key })).flag.cleanUp, null);

    later(workspace, 3 * day);
    await evaluated(workspace);
    await Promise.all([settle(), settle(), settle()]);
    const { flag } = await owner.call('flag.get', { key });
    assert.deepEqual(flag.cleanUp, { ownerId: owner.id, dueDay: '2026-12-03', reopenedAt: road.now });
    assert.equal((await owner.call('flag.listCleanUps', {})).items[0]?.state, 'zombie');
    const { rows } = await sql<{ via: string; by: string | null }>`
      select via, by from change where event = 'flag.asked_again'`.execute(database.db);
    assert.deepEqual(rows, [{ via: 'system', by: null }]);

    later(workspace, day + 1);
    await settle();
    assert.equal((await owner.call('flag.get', { key })).flag.cleanUp, null);
  });
});

test('only what became different is written, and two reports at one moment both count', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    await owner.call('flag.create', { key });
    await Promise.all([owner.call('flag.reportScan', report([key])), owner.call('flag.reportScan', report([key]))]);
    await owner.call('flag.reportScan', report([key]));
    const { rows } = await sql<{ event: string; count: number }>`
      select event, count(*)::int as count from change where entity in ('codeScan', 'codeUse') group by event order by event`.execute(
      database.db,
    );
    assert.deepEqual(rows, [
      { event: 'code.scanned', count: 3 },
      { event: 'flag.found_in_code', count: 1 },
    ]);
  });
});

test('a report is bounded, and from members only', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const place = { file: 'a', line: 1, how: 'used' };
    const tooMany = { key, places: Array.from({ length: 21 }, () => place) };
    for (const found of [
      [tooMany],
      [{ key, places: [] }],
      [{ key, places: [{ ...place, line: 0 }] }],
      [{ key: 'a b', places: [place] }],
    ])
      assert.equal((await owner.refused('flag.reportScan', { repository: 'r', filesRead: 1, found })).code, 'invalid_input');
    assert.equal((await owner.refused('flag.reportScan', { ...report([]), repository: 'a\nb' })).code, 'invalid_input');
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('flag.reportScan', report([]))).code, 'not_allowed');
    assert.equal((await owner.refused('flag.planCleanUp', { key: 'none' })).code, 'not_found');
  });
});
