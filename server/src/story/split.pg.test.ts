/** Splitting through the road: in refinement, on a backlog with and without room, and taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

/** Adds a criterion and answers its id. */
const another = async ({ owner }: TestWorkspace, itemId: string, text: string): Promise<string> =>
  (await owner.call('criterion.add', { itemId, text })).id;

test('criteria go on in a new story behind the first, both say so, and an undo brings all back', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, readyStory } = workspace;
    const itemId = await readyStory('Arrivals and departures');
    await readyStory('Behind it');
    const second = await another(workspace, itemId, 'Departures are listed');
    await owner.call('criterion.verify', { criterionId: second, environment: 'production', verdict: 'passed' });
    const before = await owner.call('story.get', { itemId });
    const { value, seq } = await owner.callSeq('story.split', {
      itemId: 'STORY-1',
      title: 'Departures are seen',
      criterionIds: [second],
    });
    // `callSeq` does not know which operation it called.
    const { story } = value as Awaited<ReturnType<typeof owner.call<'story.split'>>>;
    const made = await owner.call('story.get', { itemId: story.id });
    assert.deepEqual([made.story.handle, made.persona?.name], ['STORY-3', 'A host']);
    assert.deepEqual(
      made.criteria.map(({ id, number, verdicts, formerly }) => [id, number, verdicts.length, formerly]),
      [[second, 1, 1, [{ storyId: itemId, number: 2 }]]],
    );
    assert.ok(made.placement.rank > before.placement.rank);
    const links = async (id: string) =>
      (await owner.call('link.list', { itemId: id })).items.map(({ is, kind, other }) => [is, kind, other.handle]);
    assert.deepEqual(await links(itemId), [['to', 'splitFrom', 'STORY-3']]);
    assert.deepEqual(await links(story.id), [['from', 'splitFrom', 'STORY-1']]);

    await owner.call('change.undo', { seq });
    assert.deepEqual(await owner.call('story.get', { itemId }), before);
    assert.equal((await owner.refused('story.get', { itemId: story.id })).code, 'not_found');
  });
});

test('of committed work the new story is committed while there is room, and never beyond it', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, readyStory, team } = workspace;
    const { k } = await owner.call('backlog.window', { teamId: team.id });
    const ids: string[] = [];
    for (let index = 0; index < k - 1; index += 1) {
      const itemId = await readyStory(`Committed ${index}`);
      await another(workspace, itemId, 'One that goes');
      await owner.call('backlog.commit', { itemId, teamId: team.id });
      ids.push(itemId);
    }
    const splitOff = async (itemId = '') => {
      const [, last] = (await owner.call('story.get', { itemId })).criteria;
      return await owner.call('story.split', { itemId, title: 'Split off', criterionIds: [last?.id ?? ''] });
    };
    const [first, second] = await Promise.all([splitOff(ids[0]), splitOff(ids[1])]);
    const stays = [first, second].filter((one) => one.stays !== null);
    assert.equal(stays.length, 1, 'there was room for one');
    assert.match(stays[0]?.stays ?? '', new RegExp(`STORY-\\d+ is in refinement, since the window is full: ${k} of ${k}`));
    assert.equal(stays[0]?.placement.stepId, null);
    assert.equal((await owner.call('backlog.window', { teamId: team.id })).n, k);
  });
});

test('a task, somebody who only reads, and a story of nobody are refused', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, team, join } = await makeTestWorkspace(database);
    await readyStory('One');
    await owner.call('task.create', { teamId: team.id, title: 'Renew it', why: 'It ends' });
    const viewer = await join('viewer', 'Vera Viewer');
    const input = { itemId: 'STORY-1', title: 'Half', criterionIds: [] };
    assert.equal((await viewer.refused('story.split', input)).code, 'not_allowed');
    assert.equal((await owner.refused('story.split', { ...input, itemId: 'TASK-1' })).code, 'not_found');
    assert.equal((await owner.refused('story.split', { ...input, itemId: 'STORY-9' })).code, 'not_found');
    assert.equal((await owner.refused('story.split', { ...input, title: ' ' })).code, 'invalid_input');
  });
});
