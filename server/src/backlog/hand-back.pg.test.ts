/** What nobody touched for four weeks leaves refinement by itself: announced a week before, kept by any touch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

const dayMs = 86_400_000;

/** Lets days pass, then does what the server does by itself. */
async function after({ road, workspaceId }: TestWorkspace, days: number) {
  road.now = new Date(Date.parse(road.now) + days * dayMs).toISOString();
  const done = await callAsSystem(road, workspaceId, 'backlog.handBack', {});
  await callAsSystem(road, workspaceId, 'notice.tell', {});
  return [done.announced, done.kept, done.left];
}

const leavesAt = async (member: TestMember, itemId: string) => (await member.call('story.get', { itemId })).placement.leavesAt;
const toldOf = async (member: TestMember) =>
  (await member.call('notice.list', {})).items.map(({ notice }) => `${notice.kind}: ${notice.words}`);

test('it is announced to owner and followers after three weeks, and goes back a week later with all that was written', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, readyStory, road } = workspace;
    const [mira, fred] = [await join('member', 'Mira Kay'), await join('member', 'Fred Follower')];
    await after(workspace, 0);
    const itemId = await readyStory('Arrivals are noted once');
    await owner.call('story.edit', { itemId, ownerId: mira.id });
    await fred.call('following.set', { subjectId: itemId, state: 'following' });
    await after(workspace, 0);
    assert.deepEqual(await after(workspace, 20), [0, 0, 0]);
    assert.deepEqual(await after(workspace, 1), [1, 0, 0]);
    assert.equal(await leavesAt(owner, itemId), new Date(Date.parse(road.now) + 7 * dayMs).toISOString());
    for (const member of [mira, fred]) assert.match((await toldOf(member))[0] ?? '', /^leaving: .* on 14 December\./);
    assert.deepEqual(await after(workspace, 6), [0, 0, 0]);
    assert.deepEqual(await after(workspace, 1), [0, 0, 1]);
    const { placement, criteria, story } = await owner.call('story.get', { itemId });
    assert.deepEqual([placement.parkedAs, placement.leavesAt, criteria.length], [story.ideaId, null, 1]);
    assert.match((await toldOf(mira))[0] ?? '', /^leaving: .* back in the parking lot/);
    assert.deepEqual(await after(workspace, 30), [0, 0, 0]);
  });
});

test('an edit, a comment or a reader keeps it, and the four weeks begin again', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, readyStory } = workspace;
    const mira = await join('member', 'Mira Kay');
    await after(workspace, 0);
    const ids = [
      await readyStory('Edited'),
      await readyStory('Talked about'),
      await readyStory('Read'),
      await readyStory('Left alone'),
    ];
    const [edited = '', talked = '', read = '', left = ''] = ids;
    assert.deepEqual(await after(workspace, 21), [4, 0, 0]);
    assert.deepEqual(await after(workspace, 0.1), [0, 0, 0]);
    await owner.call('story.edit', { itemId: edited, size: 'M' });
    await owner.call('comment.add', { subjectId: talked, text: 'Still wanted.' });
    await mira.call('story.read', { itemId: read });
    assert.deepEqual(await after(workspace, 1), [0, 3, 0]);
    for (const itemId of [edited, talked, read]) assert.equal(await leavesAt(owner, itemId), null);
    assert.notEqual(await leavesAt(owner, left), null);
    assert.deepEqual(await after(workspace, 6), [0, 0, 1]);
    assert.deepEqual(await after(workspace, 13.5), [0, 0, 0]);
    assert.deepEqual(await after(workspace, 1), [3, 0, 0]);
  });
});

test('a server that was away for months announces first, and hands back nothing that nobody was told of', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, readyStory } = workspace;
    const itemId = await readyStory('Forgotten');
    const task = await owner.call('task.create', { teamId: team.id, title: 'Renew it', why: 'It ends in May.' });
    const committed = await readyStory('On the backlog');
    await owner.call('backlog.commit', { itemId: committed, teamId: team.id });
    assert.deepEqual(await after(workspace, 200), [2, 0, 0]);
    assert.deepEqual(await after(workspace, 6.9), [0, 0, 0]);
    assert.deepEqual(await after(workspace, 0.1), [0, 0, 2]);
    assert.notEqual((await owner.call('story.get', { itemId })).placement.parkedAs, null);
    const idea = (await owner.call('idea.list', { state: 'undecided' })).items.find((one) => one.itemId === task.id);
    assert.deepEqual([idea?.problem, idea?.suggesterId], ['Renew it', owner.id]);
    assert.equal((await owner.call('story.get', { itemId: committed })).placement.parkedAs, null);
    // Handles are drawn for what leaves alone.
    assert.match((await owner.call('idea.capture', { problem: 'The next' })).handle, /^IDEA-4$/);
    assert.equal((await owner.refused('backlog.handBack', {})).code, 'not_allowed');
  });
});
