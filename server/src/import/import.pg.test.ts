/** Imports through the road: repeatable, honest about what it did, and undoable. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecord } from '@shortlist/domain/import/import-examples.ts';
import type { ImportRecord } from '@shortlist/domain/import/import-record.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

const closed = '2026-11-10T10:00:00.000Z';

function record(number: number, parts: Partial<ImportRecord> = {}): ImportRecord {
  return aRecord({ number, externalId: `acme/site#${number}`, title: `Need ${number}`, ...parts });
}

async function imported({ owner, team }: TestWorkspace, records: readonly ImportRecord[], choice?: object) {
  const started = await owner.call('import.start', {
    source: 'github',
    fileName: 'issues.json',
    teamId: team.id,
    total: records.length,
  });
  const added = await owner.call('import.add', {
    importId: started.id,
    records: [...records],
    ...(choice !== undefined && { choice }),
  });
  return { id: started.id, ...added };
}

test('open records become ideas, chosen ones work, finished ones history; a second time nothing changes', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team } = workspace;
    const records = [
      record(1),
      record(2),
      record(3),
      record(4, { state: 'done', closedAt: closed }),
      record(5, { state: 'wont_do', closedAt: closed }),
    ];
    const choice = { inFlight: { numbers: [2] }, next: [3] };
    const first = await imported(workspace, records, choice);
    assert.deepEqual(first.counts, { created: 5, updated: 0, unchanged: 0, skipped: 0 });
    assert.deepEqual(first.import.piles, { in_flight: 1, next: 1, idea: 1, done: 1, wont_do: 1 });
    const listed = await owner.call('backlog.list', { teamId: team.id });
    assert.deepEqual(
      listed.items.map(({ item, placement }) => [item.title, placement.stepId]),
      [
        ['Need 2', 'design'],
        ['Need 3', 'committed'],
      ],
    );
    assert.deepEqual(
      (await owner.call('idea.list', {})).items.map((idea) => [idea.problem, idea.handle]),
      [['Need 1', 'IDEA-1']],
    );
    const before = (await owner.callSeq('feed.read', { after: 0, limit: 1 })).seq;
    const again = await imported(workspace, records, choice);
    assert.deepEqual(again.counts, { created: 0, updated: 0, unchanged: 5, skipped: 0 });
    // Only the import's own two entries were written.
    assert.equal((await owner.callSeq('feed.read', { after: 0, limit: 1 })).seq, before + 2);
  });
});

test('what changed over there is updated, what people changed here stays, and what was closed becomes history', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    await imported(workspace, [record(1), record(2), record(3)]);
    const ideas = (await owner.call('idea.list', {})).items;
    const second = ideas.find((idea) => idea.problem === 'Need 2');
    await owner.call('idea.edit', { ideaId: second?.id ?? '', problem: 'Our own words' });
    const again = await imported(workspace, [
      record(1, { title: 'Need 1, reworded' }),
      record(2, { title: 'Need 2, reworded' }),
      record(3, { state: 'done', closedAt: closed }),
    ]);
    assert.deepEqual(again.counts, { created: 0, updated: 2, unchanged: 1, skipped: 0 });
    assert.match(again.notes[0]?.note ?? '', /was edited here/);
    const after = (await owner.call('idea.list', {})).items.map((idea) => idea.problem).toSorted();
    assert.deepEqual(after, ['Need 1, reworded', 'Our own words']);
    const { items } = await owner.call('item.list', {});
    assert.deepEqual(
      items.map(({ item, placement }) => [item.title, placement.doneAt]),
      [['Need 3', closed]],
    );
  });
});

test('a file without comment texts never removes evidence; a complete one removes what was deleted there', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    const comments = [1, 2].map((n) => ({
      externalId: `acme/site#1/c${n}`,
      author: 'ann',
      body: `Words ${n}`,
      createdAt: closed,
    }));
    await imported(workspace, [record(1, { comments, commentCount: 2 })]);
    const [idea] = (await owner.call('idea.list', {})).items;
    const words = async () =>
      (await owner.call('idea.get', { ideaId: idea?.id ?? '' })).evidence
        .map((one) => one.text)
        .filter((text) => text.startsWith('Words'));
    assert.deepEqual(await words(), ['Words 1', 'Words 2']);
    await imported(workspace, [record(1, { comments: null, commentCount: 2 })]);
    assert.deepEqual(await words(), ['Words 1', 'Words 2']);
    await imported(workspace, [record(1, { comments: comments.slice(1), commentCount: 1 })]);
    assert.deepEqual(await words(), ['Words 2']);
  });
});

test('undo removes just what the import made, puts back what it changed, and names what was worked on', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    const own = await owner.call('idea.capture', { problem: 'Captured here' });
    const first = await imported(workspace, [record(1), record(2)]);
    const second = await imported(workspace, [
      record(1, { title: 'Reworded' }),
      record(3),
      record(4, { state: 'done', closedAt: closed }),
    ]);
    const third = (await owner.call('idea.list', {})).items.find((idea) => idea.problem === 'Need 3');
    await owner.call('idea.edit', { ideaId: third?.id ?? '', context: 'Asked again' });
    const undone = await owner.call('import.undo', { importId: second.id });
    assert.deepEqual([undone.removed, undone.restored, undone.kept], [1, 1, [third?.handle]]);
    assert.deepEqual((await owner.call('idea.list', {})).items.map((idea) => idea.problem).toSorted(), [
      'Captured here',
      'Need 1',
      'Need 2',
      'Need 3',
    ]);
    assert.equal((await owner.refused('import.undo', { importId: second.id })).code, 'conflict');
    await owner.call('import.undo', { importId: first.id });
    const left = (await owner.call('idea.list', {})).items.map((idea) => idea.id);
    assert.deepEqual(new Set(left), new Set([own.id, third?.id]));
  });
});

test('a record that does not fit is refused with its place, and nothing of its batch is kept', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team } = workspace;
    const started = await owner.call('import.start', { source: 'github', fileName: 'x.json', teamId: team.id, total: 2 });
    const refusal = await owner.refused('import.add', {
      importId: started.id,
      records: [record(1), { ...record(2), createdAt: 'yesterday' }],
    });
    assert.deepEqual(
      refusal.errors?.map((error) => error.path),
      ['records.1.createdAt'],
    );
    assert.equal((await owner.call('idea.list', {})).items.length, 0);
    await owner.call('import.finish', { importId: started.id });
    assert.equal((await owner.refused('import.add', { importId: started.id, records: [record(1)] })).code, 'conflict');
  });
});
