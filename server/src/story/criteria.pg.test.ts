/** Acceptance criteria through the road: the tree, verdicts, links that stay, and undo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';

/** Adds criteria in order and answers their ids. */
async function addAll(owner: TestMember, itemId: string, texts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push((await owner.call('criterion.add', { itemId, text })).id);
  return ids;
}

async function shape(owner: TestMember, itemId: string): Promise<string> {
  const { criteria } = await owner.call('story.get', { itemId });
  const numbers = new Map(criteria.map(({ id, number }) => [id, number]));
  return criteria
    .map(({ number, parentId }) => (parentId === null ? `${number}` : `${number}<${numbers.get(parentId)}`))
    .join(' ');
}

test('criteria nest, move and keep their numbers; undo puts a removed branch back whole', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    const [second = '', third = '', fourth = ''] = await addAll(owner, itemId, ['Second', 'Third', 'Fourth']);
    await owner.call('criterion.move', { criterionId: third, parentId: second, afterId: null });
    await owner.call('criterion.move', { criterionId: fourth, parentId: third, afterId: null });
    assert.equal(await shape(owner, itemId), '1 2 3<2 4<3');
    const tooDeep = await owner.refused('criterion.add', { itemId, text: 'Deeper', parentId: fourth });
    assert.equal(tooDeep.code, 'conflict');
    const { seq } = await owner.callSeq('criterion.remove', { criterionId: second });
    assert.equal(await shape(owner, itemId), '1');
    await owner.call('change.undo', { seq });
    assert.equal(await shape(owner, itemId), '1 2 3<2 4<3');
    const { number } = await owner.call('criterion.add', { itemId, text: 'Fifth' });
    assert.equal(number, 5);
  });
});

test('a criterion cannot be put below one of another story, and an unknown one is not found', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const [mine = ''] = await addAll(owner, await readyStory('Arrivals'), ['Mine']);
    const [other = ''] = await addAll(owner, await readyStory('Berths'), ['Other']);
    const across = await owner.refused('criterion.move', { criterionId: mine, parentId: other, afterId: null });
    assert.match(across.message, /not one of this story/);
    for (const name of ['criterion.move', 'criterion.remove', 'criterion.verify'] as const) {
      const unknown = { criterionId: 'ac_nothing', afterId: null, environment: 'staging', verdict: 'passed' };
      assert.equal((await owner.refused(name, unknown)).code, 'not_found');
    }
  });
});

test('two who nest into each other at the same moment never make a ring', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    const [a = '', b = ''] = await addAll(owner, itemId, ['A', 'B']);
    const below = (criterionId: string, parentId: string) =>
      owner.call('criterion.move', { criterionId, parentId, afterId: null }).then(
        () => 'moved',
        () => 'refused',
      );
    assert.deepEqual((await Promise.all([below(a, b), below(b, a)])).toSorted(), ['moved', 'refused']);
    assert.equal((await owner.call('story.get', { itemId })).criteria.length, 3);
  });
});

test('a verdict says who and when, a viewer gives none, and undo takes it back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    const [criterion] = (await owner.call('story.get', { itemId })).criteria;
    const criterionId = criterion?.id ?? '';
    const member = await join('member', 'Mia Member');
    const viewer = await join('viewer', 'Vic Viewer');
    const verdict = { criterionId, environment: 'staging', verdict: 'failed' } as const;
    assert.equal((await viewer.refused('criterion.verify', verdict)).code, 'not_allowed');
    assert.equal((await member.refused('criterion.verify', { ...verdict, environment: 'On Mars' })).code, 'invalid_input');
    const { value, seq } = await member.callSeq('criterion.verify', { ...verdict, note: 'The list stays empty' });
    assert.partialDeepStrictEqual(value, {
      verdicts: [{ environment: 'staging', verdict: 'failed', by: member.id, note: 'The list stays empty' }],
    });
    await member.call('change.undo', { seq });
    assert.deepEqual((await owner.call('story.get', { itemId })).criteria[0]?.verdicts, []);
  });
});
