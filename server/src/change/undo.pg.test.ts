/** Each command that can be taken back is done and taken back: afterwards every entity is as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoableCommands } from '@shortlist/domain/change/undoing.ts';
import { sql } from 'kysely';
import type { Database } from '../db/connect.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';
import { undoCases, undoneElsewhere } from './test-undo-cases.ts';

test('every command that says it can be taken back has its case here', () => {
  assert.deepEqual([...Object.keys(undoCases), ...undoneElsewhere].toSorted(), undoableCommands.toSorted());
});

test('each of them is taken back with all that it changed', async (context) => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database, { declaredWeekly: 50 });
    for (const [name, prepare] of Object.entries(undoCases)) {
      await context.test(name, async () => {
        const [input] = await prepare(workspace);
        const before = await everything(database);
        // The table above names commands, each with its own input.
        const { seq } = await workspace.owner.callSeq(name as 'idea.capture', input);
        assert.notDeepEqual(await everything(database), before, 'it changed something');
        const { did } = await workspace.owner.call('change.undo', { seq });
        assert.doesNotMatch(did, /\{it\}/);
        assert.deepEqual(withoutVersions(await everything(database)), withoutVersions(before));
      });
    }
  });
});

test('without a number the last of one’s own is taken back, then the one before, and never another’s', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory, road } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const itemId = await readyStory('First');
    await owner.call('story.edit', { itemId, title: 'Second' });
    await owner.call('story.edit', { itemId, title: 'Third' });
    await mia.call('idea.capture', { problem: 'Not the owner’s' });
    const { handle } = (await owner.call('story.get', { itemId })).story;
    assert.equal((await owner.call('change.undo', {})).did, `edited ${handle}`);
    assert.equal((await owner.call('story.get', { itemId })).story.title, 'Second');
    await owner.call('change.undo', {});
    assert.equal((await owner.call('story.get', { itemId })).story.title, 'First');
    assert.equal((await mia.call('change.undo', {})).did, 'captured IDEA-2');
    assert.equal((await mia.refused('change.undo', {})).code, 'not_found');
    road.now = '2026-11-18T09:00:00.000Z';
    assert.equal((await owner.refused('change.undo', {})).code, 'not_found');
  });
});

test('what somebody else changed in between is not taken back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const itemId = await readyStory('Shared');
    const { seq } = await owner.callSeq('story.edit', { itemId, title: 'Mine' });
    await mia.call('story.edit', { itemId, persona: 'A guest' });
    assert.equal((await owner.refused('change.undo', { seq })).code, 'changed_since');
    const made = await owner.callSeq('idea.capture', { problem: 'With a voice' });
    const { id } = made.value as { id: string };
    await mia.call('evidence.add', { subjectId: id, text: 'Mine too', author: null, url: null });
    assert.equal((await owner.refused('change.undo', { seq: made.seq })).code, 'changed_since');
  });
});

test('what cannot be taken back says why', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, team } = await makeTestWorkspace(database);
    const mia = await join('member', 'Mia Member');
    const made = await owner.callSeq('team.create', { key: 'OPS', name: 'Operations', declaredWeekly: 3 });
    assert.match((await owner.refused('change.undo', { seq: made.seq })).message, /Others may work in the team/);
    const { seq } = await mia.callSeq('task.create', { teamId: team.id, title: 'Hers', why: 'It was asked' });
    const undone = await mia.callSeq('change.undo', { seq });
    assert.match((await mia.refused('change.undo', { seq: undone.seq })).message, /Do again/);
  });
});

/** Versions of flags count the way back too; an environment at its beginning may be written out. */
function withoutVersions(rows: unknown): unknown {
  const text = JSON.stringify(rows, (key, value: unknown) => (key === 'version' ? 0 : value));
  const isUntouched = (config: object) => 'enabled' in config && !config.enabled && 'rules' in config && isEmpty(config.rules);
  return JSON.parse(text, (key, value: unknown) =>
    key === 'environments' && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([, config]) => !isUntouched(config as object)))
      : value,
  );
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

/** Every live row of every entity that travels, in one order; handles' counters and the log itself are not among them. */
async function everything(database: Database): Promise<unknown> {
  const { rows } = await sql`
    select distinct on (entity, id) entity, id, value from change order by entity, id, seq desc`.execute(database.db);
  return rows.filter((row) => (row as { value: unknown }).value !== null);
}
