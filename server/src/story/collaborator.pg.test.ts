/** Collaborators through the road: by handle, for several items at once, for those who may, told to whom it concerns. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';

const toldOf = async (member: TestMember) =>
  (await member.call('notice.list', {})).items.map(({ notice, handle, by }) => `${notice.kind} ${handle} ${by}`).toReversed();

test('members are added to a story and a task at once, are told, follow both, and are taken away again', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road, team, workspaceId, readyStory } = workspace;
    const [mira, nora] = [await join('member', 'Mira Kay'), await join('member', 'Nora Lind')];
    await callAsSystem(road, workspaceId, 'notice.tell', {});
    const storyId = await readyStory('Arrivals are noted');
    const task = await owner.call('task.create', { teamId: team.id, title: 'Chore', why: '' });
    const itemIds = ['STORY-1', 'TASK-1'];
    const { changed } = await owner.call('collaborator.set', { itemIds, addIds: [mira.id, nora.id] });
    assert.deepEqual(new Set(changed), new Set([storyId, task.id]));
    await mira.call('collaborator.set', { itemIds: ['TASK-1'], removeIds: [nora.id] });
    assert.deepEqual((await nora.call('story.get', { itemId: 'STORY-1' })).story.collaboratorIds, [mira.id, nora.id]);
    assert.deepEqual((await nora.call('task.get', { itemId: 'TASK-1' })).task.collaboratorIds, [mira.id]);
    await owner.call('comment.add', { subjectId: storyId, text: 'Begin with the gate' });
    await callAsSystem(road, workspaceId, 'notice.tell', {});
    assert.deepEqual(await toldOf(mira), [
      'joined STORY-1 Olive Owner',
      'joined TASK-1 Olive Owner',
      'commented STORY-1 Olive Owner',
    ]);
    const { items } = await owner.call('activity.list', { subjectId: storyId });
    assert.ok(items.some(({ event }) => event === 'story.collaborators_set'));
  });
});

test('who left stays where they were, as an owner does, can be taken away, and cannot be added', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const [mira, itemId] = [await join('member', 'Mira Kay'), await readyStory('Arrivals are noted')];
    await owner.call('collaborator.set', { itemIds: [itemId], addIds: [mira.id] });
    await owner.call('member.remove', { memberId: mira.id });
    assert.deepEqual((await owner.call('story.get', { itemId })).story.collaboratorIds, [mira.id]);
    await owner.call('collaborator.set', { itemIds: [itemId], removeIds: [mira.id] });
    assert.equal((await owner.call('story.get', { itemId })).story.collaboratorIds, null);
    assert.equal((await owner.refused('collaborator.set', { itemIds: [itemId], addIds: [mira.id] })).code, 'not_found');
  });
});

test('neither a viewer nor a suggester is made an owner or a collaborator, finds out a question or keeps a flag', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, team, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals are noted');
    const task = await owner.call('task.create', { teamId: team.id, title: 'Chore', over: { reason: 'A test' } });
    const question = await owner.call('question.ask', { itemId, text: 'Do guests see it?' });
    await owner.call('flag.create', { key: 'arrivals', title: 'Arrivals' });
    await owner.call('ladder.climb', { flagKey: 'arrivals', rung: 'everyone' });
    for (const role of ['viewer', 'suggester'] as const) {
      const { id } = await join(role, `Vera ${role}`);
      for (const [name, input] of [
        ['story.edit', { itemId, ownerId: id }],
        ['task.edit', { itemId: task.id, ownerId: id }],
        ['collaborator.set', { itemIds: [itemId], addIds: [owner.id, id] }],
        ['question.ask', { itemId, text: 'Who pays for it?', ownerId: id }],
        ['question.edit', { questionId: question.id, ownerId: id }],
        ['flag.edit', { key: 'arrivals', ownerId: id }],
        ['flag.planCleanUp', { key: 'arrivals', ownerId: id }],
      ] as const) {
        const { code, message } = await owner.refused(name, input);
        assert.equal(code, 'conflict', name);
        assert.match(message, new RegExp(`^Vera ${role} is a ${role}, who does not .*Choose a member`), name);
      }
    }
    const mira = await join('member', 'Mira Kay');
    await owner.call('story.edit', { itemId, ownerId: mira.id });
    await owner.call('member.edit', { memberId: mira.id, role: 'viewer' });
    const { story } = await owner.call('story.edit', { itemId, size: 'M' }).then(() => owner.call('story.get', { itemId }));
    assert.equal(story.ownerId, mira.id, 'who owned it stays, as who left does');
  });
});

test('who may not shape, people of no workspace or another one, unknown items and too many are refused', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals are noted');
    const stranger = owner.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await sql`insert into member select 'another', ${stranger}, name, role, discipline, "joinedAt", "removedAt"
      from member where id = ${owner.id}`.execute(database.db);
    for (const role of ['suggester', 'viewer'] as const) {
      const one = await join(role, `A ${role}`);
      assert.equal((await one.refused('collaborator.set', { itemIds: [itemId], addIds: [one.id] })).code, 'not_allowed');
    }
    for (const id of [stranger, `${stranger}0`]) {
      const { code, message } = await owner.refused('collaborator.set', { itemIds: [itemId], addIds: [owner.id, id] });
      assert.deepEqual([code, message.includes(id)], ['not_found', true]);
    }
    assert.equal((await owner.refused('collaborator.set', { itemIds: ['STORY-99'], addIds: [owner.id] })).code, 'not_found');
    assert.equal((await owner.refused('collaborator.set', { itemIds: [], addIds: [owner.id] })).code, 'invalid_input');
    const many = [];
    for (let index = 0; index < 11; index += 1) many.push((await join('member', `Member ${index}`)).id);
    await owner.call('collaborator.set', { itemIds: [itemId], addIds: many.slice(0, 10) });
    assert.equal((await owner.refused('collaborator.set', { itemIds: [itemId], addIds: many.slice(10) })).code, 'conflict');
  });
});
