/** The backlog through the road: the gate under concurrency, steps, swaps, and the way back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { openDatabase } from '../db/connect.ts';
import { createTestDatabase, withTestDatabase } from '../db/test-database.ts';
import { runOperation, type Road } from '../run-operation.ts';
import { finishedHistory, makeTestWorkspace } from '../test/test-workspace.ts';

test('a team without a record may go over its declared window with a reason, and nothing is red', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, readyStory } = await makeTestWorkspace(database, { declaredWeekly: 1 });
    for (const title of ['One', 'Two']) await owner.call('backlog.commit', { itemId: await readyStory(title), teamId: team.id });
    const third = await readyStory('Three');
    const refusal = await owner.refused('backlog.commit', { itemId: third, teamId: team.id });
    assert.equal(refusal.code, 'reason_needed');
    assert.deepEqual([refusal.details?.['n'], refusal.details?.['k'], refusal.details?.['basis']], [2, 2, 'declared']);
    const placed = await owner.call('backlog.commit', { itemId: third, teamId: team.id, override: { reason: 'A fair in May' } });
    assert.deepEqual(placed.override, { reason: 'A fair in May', byId: owner.id, n: 3, k: 2 });
    const window = await owner.call('backlog.window', { teamId: team.id });
    assert.deepEqual([window.n, window.k, window.room, window.floored], [3, 2, -1, false]);
    assert.equal(window.overrides[0]?.reason, 'A fair in May');
  });
});

test('a measured window refuses beyond its room with figures and candidates; a swap passes; done makes room', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, join, readyStory } = workspace;
    await finishedHistory(workspace, 40);
    const member = await join('member', 'Mia Member');
    const { k, basis } = await owner.call('backlog.window', { teamId: team.id });
    assert.equal(basis, 'measured');
    const ids: string[] = [];
    for (let index = 0; index < k; index += 1) {
      const itemId = await readyStory(`Story ${index}`);
      await member.call('backlog.commit', { itemId, teamId: team.id });
      ids.push(itemId);
    }
    const extra = await readyStory('One more');
    const refusal = await member.refused('backlog.commit', { itemId: extra, teamId: team.id });
    assert.equal(refusal.code, 'window_full');
    assert.equal(refusal.details?.['n'], k);
    // The refusal's details are typed as unknown; this test knows their shape.
    const candidates = refusal.details?.['swapCandidates'] as readonly { itemId: string; handle: string }[];
    assert.deepEqual(
      candidates.map((one) => one.itemId),
      ids.toReversed(),
    );
    const [leaving] = candidates;
    assert.match(leaving?.handle ?? '', /^STORY-\d+$/);

    const over = await member.refused('backlog.commit', { itemId: extra, teamId: team.id, override: { reason: 'Please' } });
    assert.equal(over.code, 'not_allowed');
    const silent = await member.refused('backlog.commit', {
      itemId: extra,
      teamId: team.id,
      swapOut: [{ itemId: leaving?.itemId ?? '', to: 'rejected' }],
    });
    assert.equal(silent.code, 'reason_needed');

    await member.call('backlog.commit', {
      itemId: extra,
      teamId: team.id,
      position: 0,
      swapOut: [{ itemId: leaving?.itemId ?? '', to: 'refinement' }],
    });
    const listed = await owner.call('backlog.list', { teamId: team.id });
    assert.equal(listed.items[0]?.item.title, 'One more');
    assert.equal(listed.items.length, k);

    await member.call('backlog.move', { itemId: ids[0] ?? '', stepId: 'building' });
    const done = await member.call('backlog.move', { itemId: ids[0] ?? '', stepId: 'done', verified: true });
    assert.ok(done.doneAt !== null && done.startedAt !== null && done.verified === true);
    assert.equal((await owner.call('backlog.window', { teamId: team.id })).room, 1);
  });
});

test('forty clients commit at once into a window with room for k: exactly k are accepted, through two servers on one database', async () => {
  const { database, url, drop } = await createTestDatabase();
  const second = await openDatabase({
    databaseUrl: url,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  try {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, road, readyStory } = workspace;
    // Before the rate is measured: then refinement would not hold so many.
    const ids = [];
    for (let index = 0; index < 40; index += 1) ids.push(await readyStory(`Story ${index}`));
    await finishedHistory(workspace, 40);
    const { k } = await owner.call('backlog.window', { teamId: team.id });
    assert.ok(k > 2 && k < 40, `room for ${k}`);
    const roads: Road[] = [road, { ...road, clock: road.clock, database: second }];
    const answers = await Promise.all(
      ids.map((itemId, index) =>
        runOperation(roads[index % 2] ?? road, owner.caller, 'backlog.commit', { itemId, teamId: team.id }),
      ),
    );
    const refusals = answers.filter(isRefusal);
    assert.equal(answers.length - refusals.length, k);
    assert.deepEqual(new Set(refusals.map((refusal) => refusal.code)), new Set(['window_full']));
    assert.equal((await owner.call('backlog.list', { teamId: team.id })).items.length, k);
  } finally {
    await second.close();
    await drop();
  }
});

test('only what is ready passes, and the refusal names what is missing', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team } = await makeTestWorkspace(database);
    const idea = await owner.call('idea.capture', { problem: 'Half an idea' });
    const review = await owner.call('review.start', {});
    const { itemId } = await owner.call('review.decide', {
      reviewId: review.id,
      ideaId: idea.id,
      decision: { kind: 'refine', as: 'story', teamId: team.id },
    });
    const refusal = await owner.refused('backlog.commit', { itemId, teamId: team.id });
    assert.equal(refusal.code, 'not_ready');
    assert.deepEqual(refusal.details?.['missing'], ['persona', 'need', 'benefit', 'criterion']);
    const task = await owner.call('task.create', { teamId: team.id, title: 'Renew the certificate' });
    assert.deepEqual((await owner.refused('backlog.commit', { itemId: task.id, teamId: team.id })).details?.['missing'], ['why']);
    await owner.call('task.edit', { itemId: task.id, why: 'It ends in May' });
    await owner.call('backlog.commit', { itemId: task.id, teamId: team.id });
  });
});

test('returned, dropped and reopened items leave the window and come back only through the gate', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, join, readyStory } = await makeTestWorkspace(database);
    const stranger = await join('viewer', 'Vera Viewer');
    const itemId = await readyStory('Round trip');
    await owner.call('backlog.commit', { itemId, teamId: team.id });
    assert.equal((await stranger.refused('backlog.return', { itemId })).code, 'not_allowed');
    const returned = await owner.call('backlog.return', { itemId });
    assert.deepEqual([returned.stepId, returned.committedAt], [null, null]);
    await owner.call('backlog.commit', { itemId, teamId: team.id });
    assert.equal((await owner.refused('backlog.move', { itemId, stepId: 'wont_do' })).code, 'reason_needed');
    assert.equal((await owner.refused('backlog.move', { itemId, stepId: 'nowhere' })).code, 'not_found');
    const dropped = await owner.call('backlog.drop', { itemId, reason: 'no_room', sentence: 'Other needs weigh more.' });
    assert.deepEqual(dropped.dropped, { reason: 'no_room', sentence: 'Other needs weigh more.' });
    assert.equal((await owner.refused('backlog.move', { itemId, stepId: 'building' })).code, 'conflict');
    const reopened = await owner.call('backlog.reopen', { itemId });
    assert.deepEqual([reopened.stepId, reopened.dropped, reopened.droppedAt], [null, null, null]);
    assert.equal((await owner.call('backlog.window', { teamId: team.id })).n, 0);
  });
});

test('items keep the order they are given, and moving one rewrites no other', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, readyStory } = await makeTestWorkspace(database);
    const ids = [];
    for (const title of ['A', 'B', 'C', 'D']) {
      const itemId = await readyStory(title);
      await owner.call('backlog.commit', { itemId, teamId: team.id });
      ids.push(itemId);
    }
    const order = async () =>
      (await owner.call('backlog.list', { teamId: team.id })).items.map(({ item }) => item.title).join('');
    assert.equal(await order(), 'ABCD');
    const ranks = async () => {
      const { items } = await owner.call('backlog.list', { teamId: team.id });
      return new Map(items.map(({ item, placement }) => [item.title, placement.rank]));
    };
    const before = await ranks();
    await owner.call('backlog.move', { itemId: ids[3] ?? '', position: 1 });
    assert.equal(await order(), 'ADBC');
    const after = await ranks();
    for (const title of ['A', 'B', 'C']) assert.equal(after.get(title), before.get(title));
    assert.equal((await owner.call('backlog.list', { teamId: team.id, limit: 2 })).items.length, 2);
  });
});

test('marks tell what is slow and stale from the stays of the past, and an end for each by the record', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, readyStory, road } = workspace;
    await finishedHistory(workspace, 40);
    const day = 24 * 60 * 60 * 1000;
    const pass = (days: number) => {
      road.now = new Date(Date.parse(road.now) + days * day).toISOString();
    };
    const committed = async (title: string) => {
      const itemId = await readyStory(title);
      await owner.call('backlog.commit', { itemId, teamId: team.id, position: 0 });
      return itemId;
    };
    const past = [];
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) past.push(await committed(title));
    for (const itemId of past) await owner.call('backlog.move', { itemId, stepId: 'building' });
    pass(2);
    for (const itemId of past) await owner.call('backlog.move', { itemId, stepId: 'done', verified: true });
    const started = await committed('Started');
    const waiting = await committed('Waiting');
    await owner.call('backlog.move', { itemId: started, stepId: 'building' });
    const marks = async () => {
      const { items } = await owner.call('backlog.marks', { teamId: team.id });
      return new Map(items.map((mark) => [mark.itemId as string, mark]));
    };
    const first = await marks();
    assert.deepEqual([first.get(started)?.age, first.get(started)?.slow, first.get(waiting)?.age], [1, false, null]);
    for (const mark of first.values()) assert.ok(mark.done50 !== null && mark.done85 !== null && mark.done50 <= mark.done85);
    pass(3);
    const later = (await marks()).get(started);
    assert.deepEqual([later?.age, later?.inStep, later?.usualInStep, later?.slow, later?.stale], [4, 4, 3, true, false]);
    pass(26);
    assert.equal((await marks()).get(waiting)?.stale, true);
    const all = await owner.call('backlog.marks', {});
    assert.equal(all.items.length, 2);
    assert.equal((await owner.refused('backlog.marks', { teamId: 'team_unknown' })).code, 'not_found');
  });
});
