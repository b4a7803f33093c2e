/** Undo and the long texts through the road: what the log keeps is enough to go back and to merge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { finishedHistory, makeTestWorkspace } from '../test/test-workspace.ts';

test('one’s own command is taken back with everything it changed, once', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, join, readyStory } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const itemId = await readyStory('Undo me');
    const { seq } = await owner.callSeq('backlog.commit', { itemId, teamId: team.id });
    assert.equal((await mia.refused('change.undo', { seq })).code, 'not_allowed');
    await owner.call('change.undo', { seq });
    assert.equal((await owner.call('story.get', { itemId })).placement.stepId, null);
    assert.equal((await owner.refused('change.undo', { seq })).code, 'changed_since');
    assert.equal((await owner.refused('change.undo', { seq: 9999 })).code, 'not_found');
    const made = await owner.callSeq('idea.capture', { problem: 'A slip of the finger' });
    await owner.call('change.undo', { seq: made.seq });
    assert.equal((await owner.call('idea.list', { state: 'undecided' })).items.length, 0);
  });
});

test('undo stops at another change, at 24 hours, and at what has a way of its own', async () => {
  await withTestDatabase(async (database) => {
    const { owner, road, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Edited twice');
    const first = await owner.callSeq('story.edit', { itemId, title: 'First' });
    const second = await owner.callSeq('story.edit', { itemId, title: 'Second' });
    assert.equal((await owner.refused('change.undo', { seq: first.seq })).code, 'changed_since');
    const review = await owner.callSeq('review.start', { ideaIds: [(await owner.call('idea.capture', { problem: 'X' })).id] });
    assert.ok(review.seq > 0);
    road.now = '2026-11-17T09:00:01.000Z';
    assert.equal((await owner.refused('change.undo', { seq: second.seq })).code, 'conflict');
  });
});

test('undo asks the gate when it would bring an item back onto a full backlog', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, readyStory } = workspace;
    await finishedHistory(workspace, 40);
    const { k } = await owner.call('backlog.window', { teamId: team.id });
    const ids = [];
    for (let index = 0; index < k; index += 1) {
      const itemId = await readyStory(`Story ${index}`);
      await owner.call('backlog.commit', { itemId, teamId: team.id });
      ids.push(itemId);
    }
    const { seq } = await owner.callSeq('backlog.return', { itemId: ids[0] });
    await owner.call('backlog.commit', { itemId: await readyStory('Came instead'), teamId: team.id });
    assert.equal((await owner.refused('change.undo', { seq })).code, 'window_full');
    // Of a swap as many come back as leave, however full it is.
    const itemId = await readyStory('Came for another');
    const swapOut = [{ itemId: ids[1] ?? '', to: 'refinement' as const }];
    const swap = await owner.callSeq('backlog.commit', { itemId, teamId: team.id, swapOut });
    await owner.call('change.undo', { seq: swap.seq });
    const handles = (await owner.call('backlog.list', { teamId: team.id })).items.map(({ item }) => item.id);
    assert.deepEqual([handles.includes(ids[1] as never), handles.includes(itemId as never)], [true, false]);
  });
});

test('two people write the same text at the same time, and both sentences survive', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const subjectId = await readyStory('Written by two');
    const { seq } = await owner.call('text.get', { subjectId, field: 'problem' });
    const base = 'Hosts wait. Guests leave.';
    const first = await owner.callSeq('text.edit', { subjectId, field: 'problem', baseSeq: seq, text: base });
    const edit = (text: string) => ({ subjectId, field: 'problem' as const, baseSeq: first.seq, text });
    await owner.call('text.edit', edit('Hosts wait for hours. Guests leave.'));
    const merged = await mia.call('text.edit', edit('Hosts wait. Guests leave without paying.'));
    assert.equal(merged.text, 'Hosts wait for hours. Guests leave without paying.');
    const refusal = await owner.refused('text.edit', { subjectId, field: 'problem', baseSeq: 1, text: 'From nowhere' });
    assert.equal(refusal.code, 'conflict');
  });
});

test('what happened to a story tells of its criteria and texts, newest first, by pages', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Much happened');
    const { criteria } = await owner.call('story.get', { itemId });
    await owner.call('criterion.remove', { criterionId: criteria[0]?.id ?? '' });
    const first = await owner.call('activity.list', { subjectId: itemId, limit: 2 });
    assert.deepEqual(
      first.items.map((change) => change.event),
      ['criterion.removed', 'story.criterion_numbered'],
    );
    const second = await owner.call('activity.list', { subjectId: itemId, limit: 100, after: first.next ?? '' });
    assert.deepEqual(
      second.items.map((change) => change.event),
      ['criterion.added', 'story.edited', 'item.placed', 'text.written', 'story.created'],
    );
    assert.equal(second.next, null);
    const added = await owner.call('criterion.add', { itemId, text: 'The next one' });
    assert.equal(added.number, 2);
  });
});
