/** Taking back what was done to flags and segments, whose rules name one another. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

test('a flag is switched on again by undo only by who may release there, and only with rules that still fit', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory, team } = await makeTestWorkspace(database);
    const storyId = await readyStory('Pay in one step');
    await owner.call('backlog.commit', { itemId: storyId, teamId: team.id });
    const key = 'pay-in-one-step';
    await owner.call('flag.create', { storyId, key });
    await owner.call('segment.create', { key: 'pilots', name: 'Pilots' });
    const pilots = { id: 'pilots', title: 'Pilots', when: [{ segment: 'pilots' }], serve: { variant: 'on' } };
    await owner.call('flag.setRules', { key, environment: 'production', enabled: true, rules: [pilots] });
    const stranger = await join('member', 'Sam Stranger');
    await owner.call('team.edit', { teamId: team.id, memberIds: [] });
    const killed = await stranger.callSeq('flag.kill', { key, environment: 'production' });
    assert.match((await stranger.refused('change.undo', { seq: killed.seq })).message, /Only members of .* climb in Production/);
    const cleared = await owner.callSeq('flag.setRules', { key, environment: 'production', rules: [] });
    await owner.call('segment.remove', { key: 'pilots' });
    assert.match((await owner.refused('change.undo', { seq: cleared.seq })).message, /names the segment pilots/);
  });
});

test('a segment is set back only where the rules around it still fit', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const made = await owner.callSeq('segment.create', { key: 'pilots', name: 'Pilots' });
    await owner.call('flag.create', { key: 'arrivals' });
    const rule = { id: 'pilots', title: 'Pilots', when: [{ segment: 'pilots' }], serve: { variant: 'on' } };
    await owner.call('flag.setRules', { key: 'arrivals', environment: 'production', enabled: true, rules: [rule] });
    assert.match((await owner.refused('change.undo', { seq: made.seq })).message, /Pilots is asked about by arrivals/);
    await owner.call('segment.create', { key: 'crew', name: 'Crew', rules: [[{ segment: 'pilots' }]] });
    const edited = await owner.callSeq('segment.edit', { key: 'crew', rules: [] });
    await owner.call('flag.setRules', { key: 'arrivals', environment: 'production', rules: [] });
    await owner.call('segment.remove', { key: 'pilots' });
    assert.match((await owner.refused('change.undo', { seq: edited.seq })).message, /names the segment pilots/);
    const removed = await owner.callSeq('segment.remove', { key: 'crew' });
    await owner.call('segment.create', { key: 'crew', name: 'Another crew' });
    assert.match((await owner.refused('change.undo', { seq: removed.seq })).message, /another segment crew by now/);
  });
});

test('a flag’s version in an environment only grows, also when changes are taken back one after the other', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const key = 'arrivals';
    const versions: number[] = [];
    const note = async () => {
      const { flag } = await owner.call('flag.get', { key });
      versions.push(flag.environments['production']?.version ?? 0);
      return flag;
    };
    await owner.call('flag.create', { key });
    await owner.call('ladder.climb', { flagKey: key, rung: 'development' });
    const first = await note();
    await owner.call('ladder.climb', { flagKey: key, rung: 'internal' });
    await note();
    await owner.call('ladder.climb', { flagKey: key, rung: 'everyone' });
    await note();
    await owner.call('change.undo', {});
    assert.equal((await note()).rung, 'internal');
    await owner.call('change.undo', {});
    const last = await note();
    assert.equal(last.rung, 'development');
    assert.equal(last.environments['production']?.enabled, first.environments['production']?.enabled);
    assert.deepEqual(versions, [0, 1, 2, 3, 4]);
  });
});
