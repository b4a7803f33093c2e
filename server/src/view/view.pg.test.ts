/** Saved views through the road: one's own stay one's own, shared ones travel, and who may change them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';

const namesOf = async (member: TestMember) =>
  (await member.call('view.list', {})).items.map(({ view, shared }) => `${view.name}${shared ? ' (shared)' : ''}`);
const feedOf = async (member: TestMember) =>
  (await member.call('feed.read', { after: 0, limit: 1000 })).items.filter(({ entity }) => entity.endsWith('view'));

test('a view of one’s own is seen by nobody else and never enters the feed; shared it travels, and can be taken back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const bo = await join('member', 'Bo Other');
    const { view } = await mia.call('view.save', { name: 'Mine', place: 'backlog', query: 'owner:me', layout: 'board' });
    assert.deepEqual([view.query, view.layout, view.madeBy], ['owner:me', 'board', mia.id]);
    assert.deepEqual([await namesOf(mia), await namesOf(bo), await namesOf(owner)], [['Mine'], [], []]);
    assert.deepEqual(await feedOf(owner), []);
    for (const name of ['view.edit', 'view.remove'] as const) {
      assert.equal((await bo.refused(name, { viewId: view.id })).code, 'not_found');
      assert.equal((await owner.refused(name, { viewId: view.id })).code, 'not_found');
    }

    await mia.call('view.edit', { viewId: view.id, shared: true, name: 'Ours' });
    assert.deepEqual([await namesOf(mia), await namesOf(bo)], [['Ours (shared)'], ['Ours (shared)']]);
    assert.deepEqual(
      (await feedOf(bo)).map(({ event, entity, value }) => [event, entity, value?.['name']]),
      [['view.edited', 'view', 'Ours']],
    );
    assert.equal((await bo.refused('view.edit', { viewId: view.id, name: 'Stolen' })).code, 'not_allowed');
    await owner.call('view.edit', { viewId: view.id, sort: '-age' });

    const { seq } = await owner.callSeq('view.remove', { viewId: view.id });
    assert.deepEqual(await namesOf(mia), []);
    await owner.call('change.undo', { seq });
    assert.deepEqual(await namesOf(mia), ['Ours (shared)']);

    await mia.call('view.edit', { viewId: view.id, shared: false });
    assert.deepEqual([await namesOf(mia), await namesOf(bo)], [['Ours'], []]);
    assert.equal((await feedOf(bo)).at(-1)?.value, null);
    await mia.call('view.remove', { viewId: view.id });
    assert.deepEqual(await namesOf(mia), []);
  });
});

test('a view needs a name and a place that there is, and viewers save none', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await owner.refused('view.save', { name: ' ', place: 'backlog' })).code, 'invalid_input');
    assert.equal((await owner.refused('view.save', { name: 'X', place: 'nowhere' })).code, 'invalid_input');
    assert.equal(
      (await owner.refused('view.save', { name: 'X', place: 'backlog', query: 'x'.repeat(1001) })).code,
      'invalid_input',
    );
    assert.equal((await viewer.refused('view.save', { name: 'X', place: 'backlog' })).code, 'not_allowed');
    assert.equal((await owner.refused('view.remove', { viewId: 'view_unknown' })).code, 'not_found');
  });
});
