/** Climbs by schedule through the road: one change a step, however many servers look, with a clock that the test moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { FlagTelemetry } from '../flag/flag-telemetry.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

const flagKey = 'new-checkout';
const steps = [
  { at: '2026-11-18T09:00:00.000Z', percent: 25 },
  { at: '2026-11-20T09:00:00.000Z', percent: 100 },
];

test('each step is taken once, by the system, when its time has come and enough were seen', async () => {
  await withTestDatabase(async (database) => {
    const { owner, road, workspaceId } = await makeTestWorkspace(database);
    const log = { warn: (_: object, message: string) => assert.fail(message) };
    await owner.call('flag.create', { key: flagKey });
    await owner.call('ladder.climb', { flagKey, rung: 'gradual', percent: 5, steps, enough: 10 });
    // As five servers on one database would.
    const tick = () => Promise.all(Array.from({ length: 5 }, () => callAsSystem(road, workspaceId, 'ladder.takeDueSteps', {})));
    const now = async () => (await owner.call('flag.get', { key: flagKey })).flag;
    await tick();
    assert.equal((await now()).ladder.percent, 5);

    road.now = '2026-11-18T09:00:00.000Z';
    await tick();
    const held = await now();
    assert.deepEqual([held.ladder.percent, held.ladder.pause?.kind], [5, 'held']);
    const telemetry = new FlagTelemetry({ db: database.db, workspaceId, clock: road.clock, log: log as never });
    const evaluations = [{ flag: flagKey, variant: 'on', rule: 'gradual', count: 90, exposures: 12 }];
    telemetry.add('production', { evaluations, outcomes: [] });
    await telemetry.close();
    await tick();
    assert.deepEqual([(await now()).ladder.percent, (await now()).ladder.pause], [25, undefined]);

    road.now = '2026-11-19T09:00:00.000Z';
    await owner.call('ladder.halt', { flagKey, reason: 'BUG-3 (risk 16) came up' });
    road.now = '2026-11-21T09:00:00.000Z';
    await tick();
    const sentence = (await owner.call('flag.get', { key: flagKey })).sentence;
    assert.match(sentence, /25 % of customers see it in Production\. The climb was halted: BUG-3 \(risk 16\) came up\.$/);
    await owner.call('ladder.resume', { flagKey });
    await tick();
    assert.equal((await now()).rung, 'gradual', 'it is put off by the two days it stood');
    road.now = '2026-11-22T09:00:00.000Z';
    await tick();
    await tick();
    assert.equal((await now()).rung, 'everyone');

    const { rows } = await sql<{ event: string; via: string; by: string | null }>`
      select event, via, by from change where entity = 'flag' and via = 'system' order by seq`.execute(database.db);
    assert.deepEqual(rows, [
      { event: 'flag.climb_held', via: 'system', by: null },
      { event: 'flag.climbed', via: 'system', by: null },
      { event: 'flag.climbed', via: 'system', by: null },
    ]);
  });
});

test('halting and going on are refused where there is nothing to halt', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    await owner.call('flag.create', { key: flagKey });
    assert.equal((await owner.refused('ladder.halt', { flagKey, reason: 'x' })).code, 'conflict');
    assert.equal((await owner.refused('ladder.halt', { flagKey, reason: '' })).code, 'invalid_input');
    assert.equal((await owner.refused('ladder.resume', { flagKey })).code, 'conflict');
    assert.equal((await owner.refused('ladder.resume', { flagKey: 'none' })).code, 'not_found');
    assert.equal((await owner.refused('ladder.halt', { flagKey: 'none', reason: 'x' })).code, 'not_found');
  });
});
