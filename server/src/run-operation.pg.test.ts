/** The road's rules, seen through it on a real database. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { changesAfter } from './changes/read-changes.ts';
import { withTestDatabase } from './db/test-database.ts';
import { makeTestWorkspace } from './test/test-workspace.ts';

test('a captured idea is a row, a change with the next number, and an answer with its handle', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId } = await makeTestWorkspace(database);
    const { value, seq } = await owner.callSeq('idea.capture', { problem: 'Guests cannot find the door', context: 'at night' });
    const [change] = await changesAfter(database.db, workspaceId, seq - 1, 10);
    assert.equal(change?.event, 'idea.captured');
    assert.equal(change.by, owner.id);
    assert.deepEqual(change.value, value);
    const list = await owner.call('idea.list', {});
    assert.deepEqual(list.items, [value]);
    assert.equal(list.items[0]?.handle, 'IDEA-1');
  });
});

test('the numbers of the feed have no gap, whoever writes at the same moment', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId } = await makeTestWorkspace(database);
    await Promise.all(Array.from({ length: 60 }, (_, index) => owner.call('idea.capture', { problem: `Idea ${index}` })));
    const changes = await changesAfter(database.db, workspaceId, 0, 1000);
    assert.deepEqual(
      changes.map((change) => change.seq),
      changes.map((_, index) => index + 1),
    );
    const handles = (await owner.call('idea.list', { limit: 100 })).items.map((idea) => idea.handle);
    assert.equal(new Set(handles).size, 60);
  });
});

test('invalid input names every wrong path and writes nothing', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const refusal = await owner.refused('team.create', { key: 'a', name: '', windowDays: 3 });
    assert.equal(refusal.code, 'invalid_input');
    assert.deepEqual(refusal.errors?.map((error) => error.path).toSorted(), ['key', 'name', 'windowDays']);
    assert.equal((await owner.call('team.list', {})).items.length, 1);
  });
});

test('a retry with the same idempotency key is done once and answered alike', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const idempotencyKey = randomUUID();
    const input = { problem: 'Only once' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => owner.callSeq('idea.capture', input, { idempotencyKey })));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal((await owner.call('idea.list', {})).items.length, 1);
    const other = await owner.refused('idea.capture', { problem: 'Another' }, { idempotencyKey });
    assert.equal(other.code, 'conflict');
  });
});

test('someone else’s idempotency key is refused, and nothing of theirs is touched', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join } = await makeTestWorkspace(database);
    const mallory = await join('member', 'Mallory Member');
    const idempotencyKey = randomUUID();
    const idea = await owner.call('idea.capture', { problem: 'Mine' }, { idempotencyKey });
    const refusal = await mallory.refused('idea.capture', { problem: 'Mine' }, { idempotencyKey });
    assert.equal(refusal.code, 'conflict');
    assert.deepEqual((await owner.call('idea.get', { ideaId: idea.id })).idea, idea);
  });
});

test('the answer with a secret is never stored: its replay answers already_done', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const idempotencyKey = randomUUID();
    const { tokenSecret } = await owner.call('token.create', { name: 'CI' }, { idempotencyKey });
    assert.equal((await owner.refused('token.create', { name: 'CI' }, { idempotencyKey })).code, 'already_done');
    const everything = await database.pool.query(`select json_agg(t)::text as all from (select * from change) t`);
    assert.ok(!JSON.stringify(everything.rows).includes(tokenSecret));
  });
});

test('If-Match refuses to replace what changed after it was read', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('A story');
    const { seq } = await owner.callSeq('story.edit', { itemId, title: 'First' });
    await owner.call('story.edit', { itemId, title: 'Second' }, { ifMatch: seq });
    const stale = await owner.refused('story.edit', { itemId, title: 'Third' }, { ifMatch: seq });
    assert.equal(stale.code, 'stale');
    assert.equal((await owner.call('story.get', { itemId })).story.title, 'Second');
  });
});

test('handles and team keys are accepted wherever an id is', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    await readyStory('Found by its handle');
    assert.equal((await owner.call('story.get', { itemId: 'STORY-1' })).story.title, 'Found by its handle');
    assert.equal((await owner.call('backlog.window', { teamId: 'WEB' })).n, 0);
    assert.equal((await owner.refused('story.get', { itemId: 'STORY-99' })).code, 'not_found');
    assert.equal((await owner.refused('backlog.window', { teamId: 'NONE' })).code, 'not_found');
  });
});

const editsOfEach = process.env['SHORTLIST_SOAK'] === '1' ? 100 : 5;

test('concurrent edits of different fields of the same items are none of them lost', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const ids = [];
    for (let index = 0; index < 5; index += 1) ids.push(await readyStory(`Edited by many ${index}`));
    const fields = ['title', 'persona', 'need', 'benefit'] as const;
    // Each field of each story has a writer of its own; whatever the others write, its last word must stand.
    const writers = ids.flatMap((itemId) =>
      fields.map(async (field) => {
        for (let edit = 1; edit <= editsOfEach; edit += 1)
          await owner.call('story.edit', { itemId, [field]: `${field} ${edit}` });
      }),
    );
    await Promise.all(writers);
    for (const itemId of ids) {
      const { story, persona } = await owner.call('story.get', { itemId });
      const words = { ...story, persona: persona?.name };
      assert.deepEqual(
        fields.map((field) => words[field]),
        fields.map((field) => `${field} ${editsOfEach}`),
      );
    }
  });
});

test('an unknown operation, a stranger, and a role that may not are each refused in words', async () => {
  await withTestDatabase(async (database) => {
    const { owner, nobody, join } = await makeTestWorkspace(database);
    const viewer = await join('viewer', 'Vera Viewer');
    // A name that no operation has cannot be written in types.
    assert.equal((await owner.refused('idea.explode' as 'idea.list', {})).code, 'unknown_operation');
    assert.equal((await owner.refused('constructor' as 'idea.list', {})).code, 'unknown_operation');
    assert.equal((await nobody.refused('idea.list', {})).code, 'not_signed_in');
    assert.equal((await viewer.refused('idea.capture', { problem: 'May I' })).code, 'not_allowed');
  });
});
