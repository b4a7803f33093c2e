/** Labels through the road: made while given, changed in one place, counted, read with what has them, and kept by an import. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecord } from '@shortlist/domain/import/import-examples.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

async function namesOn({ owner }: TestWorkspace, subjectId: string): Promise<readonly string[]> {
  const { labellings } = await owner.call('idea.list', { state: 'all' });
  const { labellings: ofItems } = await owner.call('item.list', {});
  const labels = (await owner.call('label.list', {})).items;
  const ids = [...labellings, ...ofItems].find((one) => one.subjectId === subjectId)?.labelIds ?? [];
  return ids.flatMap((id) => labels.find(({ label }) => label.id === id)?.label.name ?? []);
}

const usedOf = async ({ owner }: TestWorkspace) =>
  (await owner.call('label.list', {})).items.map(({ label, used }) => [label.name, used]);

test('a word is given by handle to an idea and a story at once, counted, renamed and merged for both', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, readyStory } = workspace;
    const idea = await owner.call('idea.capture', { problem: 'Guests wait at the door' });
    const itemId = await readyStory('Doors open by themselves');
    const { created, changed } = await owner.call('label.set', { subjectIds: ['IDEA-1', itemId], addWords: ['door', 'urgent'] });
    assert.deepEqual(new Set(changed), new Set([idea.id, itemId]));
    assert.deepEqual(await usedOf(workspace), [
      ['door', 2],
      ['urgent', 2],
    ]);
    const [door, urgent] = [created[0]?.id ?? '', created[1]?.id ?? ''];
    await owner.call('label.edit', { labelId: door, name: 'entrance', colour: 'plum' });
    assert.deepEqual(await namesOn(workspace, itemId), ['entrance', 'urgent']);
    await owner.call('label.merge', { labelId: urgent, intoId: door });
    assert.deepEqual(await usedOf(workspace), [
      ['entrance', 2],
      ['urgent', 0],
    ]);
    await owner.call('label.set', { subjectIds: [idea.id], removeIds: [door] });
    assert.deepEqual(await usedOf(workspace), [
      ['entrance', 1],
      ['urgent', 0],
    ]);
    await owner.call('label.remove', { labelId: door });
    assert.deepEqual(await usedOf(workspace), []);
  });
});

test('two who give the same new word at the same moment give the same label', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const mia = await join('member', 'Mia Member');
    await owner.call('idea.capture', { problem: 'One' });
    await owner.call('idea.capture', { problem: 'Two' });
    await Promise.all([
      owner.call('label.set', { subjectIds: ['IDEA-1'], addWords: ['same'] }),
      mia.call('label.set', { subjectIds: ['IDEA-2'], addWords: ['Same'] }),
    ]);
    const used = await usedOf(workspace);
    assert.deepEqual(
      used.map(([, count]) => count),
      [2],
    );
  });
});

test('an idea’s labels go with it into refinement, and go again when the review takes that back', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team } = workspace;
    const idea = await owner.call('idea.capture', { problem: 'Guests wait' });
    await owner.call('label.set', { subjectIds: [idea.id], addWords: ['door'] });
    const review = await owner.call('review.start', {});
    const decision = { kind: 'refine', as: 'story', teamId: team.id } as const;
    const { itemId } = await owner.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
    assert.deepEqual(await namesOn(workspace, itemId ?? ''), ['door']);
    await owner.call('review.undo', { reviewId: review.id });
    assert.deepEqual(await usedOf(workspace), [['door', 1]]);
  });
});

test('an import keeps the labels of issues until somebody labels them here, and its undo takes its own labels away', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team } = workspace;
    const run = async (labels: readonly string[]) => {
      const records = [1, 2].map((number) =>
        aRecord({ number, externalId: `acme/site#${number}`, labels: number === 1 ? [...labels] : [] }),
      );
      const { id } = await owner.call('import.start', { source: 'github', fileName: 'i.json', teamId: team.id, total: 2 });
      return { id, ...(await owner.call('import.add', { importId: id, records })) };
    };
    const first = await run(['bug', 'door']);
    const ideas = (await owner.call('idea.list', {})).items;
    const ideaId = ideas.find((idea) => idea.externalId === 'acme/site#1')?.id ?? '';
    assert.deepEqual(await namesOn(workspace, ideaId), ['bug', 'door']);
    assert.equal((await run(['bug', 'door'])).counts.unchanged, 2);
    assert.equal((await run(['door', 'later'])).counts.updated, 1);
    assert.deepEqual(await namesOn(workspace, ideaId), ['door', 'later']);
    await owner.call('label.set', { subjectIds: [ideaId], addWords: ['ours'] });
    assert.equal((await run(['bug'])).counts.unchanged, 2);
    assert.deepEqual(await namesOn(workspace, ideaId), ['door', 'later', 'ours']);
    await owner.call('import.undo', { importId: first.id });
    // The idea was worked on, so it stays with what it has; nothing has the other word.
    assert.deepEqual(await usedOf(workspace), [
      ['door', 1],
      ['later', 1],
      ['ours', 1],
    ]);
  });
});

test('who may not shape may not label', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    await owner.call('idea.capture', { problem: 'One' });
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('label.set', { subjectIds: ['IDEA-1'], addWords: ['x'] })).code, 'not_allowed');
  });
});
