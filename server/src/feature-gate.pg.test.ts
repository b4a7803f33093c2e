/** Features of Shortlist's own on the road: for whom they are on, what is said to the others, and the way back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { features } from '@shortlist/domain/feature/features.ts';
import { withTestDatabase } from './db/test-database.ts';
import { makeTestWorkspace } from './test/test-workspace.ts';

test('while splitting is on for ourselves, a member is refused in words and an owner is not; an undo gives it back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const member = await join('member', 'Mia Member');
    const itemId = await readyStory('Arrivals and departures');
    const split = { itemId, title: 'Departures are seen', criterionIds: [] as string[] };
    const another = async (text: string) => (await owner.call('criterion.add', { itemId, text })).id;

    const { seq } = await owner.callSeq('workspace.setFeature', { feature: 'story-splitting', audience: 'ourselves' });
    const no = await member.refused('story.split', { ...split, criterionIds: [await another('Departures are listed')] });
    assert.equal(no.code, 'not_allowed');
    assert.equal(
      no.message,
      'Splitting stories is on for owners and admins only. One of them can switch it on for everyone in Settings → Features.',
    );
    await owner.call('story.split', { ...split, criterionIds: [await another('Ships are named')] });

    await owner.call('change.undo', { seq });
    assert.equal((await member.call('session.current', {})).workspace.features, null);
    await member.call('story.split', { ...split, criterionIds: [await another('Both at night')] });
  });
});

test('what is off is refused to owners too, whatever the input and for all of it; nothing else is', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    const { id: commentId } = await owner.call('comment.add', { subjectId: itemId, text: 'At night?' });
    await owner.call('comment.react', { commentId, kind: 'heart', on: true });
    for (const { key } of features) await owner.call('workspace.setFeature', { feature: key, audience: 'off' });
    for (const { name, operations } of features) {
      for (const operation of operations) {
        const no = await owner.refused(operation, { unknown: true });
        assert.deepEqual(
          [no.code, no.message],
          ['not_allowed', `${name} is switched off here. An owner or admin can switch it on in Settings → Features.`],
        );
      }
    }
    await owner.call('comment.edit', { commentId, text: 'And by day?' });
    await owner.call('flag.export', { environment: 'production' });
    assert.equal((await owner.call('comment.list', { subjectId: itemId })).items[0]?.reactions.length, 1);
  });
});

test('only owners and admins choose, among the features there are', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const choice = { feature: 'story-splitting', audience: 'off' };
    assert.equal((await (await join('member', 'Mia Member')).refused('workspace.setFeature', choice)).code, 'not_allowed');
    const unknown = await owner.refused('workspace.setFeature', { ...choice, feature: 'time-travel' });
    assert.equal(unknown.code, 'invalid_input');
    assert.match(unknown.message, /feature/);
    const admin = await join('admin', 'Ada Admin');
    const chosen = await admin.call('workspace.setFeature', { feature: 'story-splitting', audience: 'off' });
    assert.deepEqual(chosen.features, { 'story-splitting': 'off' });
  });
});
