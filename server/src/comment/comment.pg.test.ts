import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

test('a thread is begun, answered, settled, opened by an answer, reacted to, and listed page by page', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const mira = await join('member', 'Mira Kay');
    const subjectId = await readyStory('Arrivals are noted once');
    const first = await mira.call('comment.add', { subjectId, text: 'Why not at night, @Olive Owner?' });
    assert.deepEqual(first.mentionIds, [owner.id]);
    const answer = await owner.call('comment.add', { subjectId, text: 'The guard sleeps.', parentId: first.id });
    const resolved = await owner.call('comment.resolve', { commentId: first.id, resolved: true });
    assert.equal(resolved.resolvedBy, owner.id);
    await mira.call('comment.add', { subjectId, text: 'He does not.', parentId: answer.id });
    await mira.call('comment.react', { commentId: answer.id, kind: 'unsure', on: true });
    await mira.refused('comment.edit', { commentId: answer.id, text: 'Never' });
    await owner.call('comment.edit', { commentId: answer.id, text: 'The guard sleeps at two.' });
    const page = await mira.call('comment.list', { subjectId, limit: 2 });
    assert.deepEqual(
      page.items.map(({ text, parentId }) => [text, parentId]),
      [
        ['Why not at night, @Olive Owner?', null],
        ['The guard sleeps at two.', first.id],
      ],
    );
    assert.equal(page.items[0]?.resolvedAt, null, 'an answer opened it again');
    const rest = await mira.call('comment.list', { subjectId, limit: 2, after: page.next ?? '' });
    assert.deepEqual([rest.items.length, rest.next], [1, null]);
  });
});

test('what was answered keeps its place; what was not can be taken away and brought back', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const { id: subjectId } = await owner.call('idea.capture', { problem: 'The pier is dark' });
    const root = await owner.call('comment.add', { subjectId, text: 'Since when?' });
    const reply = await owner.call('comment.add', { subjectId, text: 'May', parentId: root.id });
    const { seq } = await owner.callSeq('comment.remove', { commentId: reply.id });
    assert.equal((await owner.call('comment.list', { subjectId })).items.length, 1);
    await owner.call('change.undo', { seq });
    const emptied = await owner.call('comment.remove', { commentId: root.id });
    assert.deepEqual([emptied.text, emptied.removedAt !== null], ['', true]);
    assert.equal((await owner.call('comment.list', { subjectId })).items.length, 2);
    assert.equal((await owner.refused('comment.add', { subjectId: 'idea_0', text: 'Where?' })).code, 'not_found');
    assert.equal((await owner.refused('comment.react', { commentId: root.id, kind: 'look', on: true })).code, 'not_found');
  });
});

test('viewers read, suggesters see none of it', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const [viewer, suggester] = [await join('viewer', 'Vera'), await join('suggester', 'Sam')];
    const { id: subjectId } = await suggester.call('idea.capture', { problem: 'The pier is dark' });
    await owner.call('comment.add', { subjectId, text: 'Among us' });
    assert.equal((await viewer.call('comment.list', { subjectId })).items.length, 1);
    for (const stranger of [viewer, suggester]) {
      assert.equal((await stranger.refused('comment.add', { subjectId, text: 'Hello' })).code, 'not_allowed');
    }
    assert.equal((await suggester.refused('comment.list', { subjectId })).code, 'not_allowed');
  });
});
