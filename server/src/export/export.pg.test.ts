/** Everything as CSV through the road: the same words as the app's query, columns of choice, and every no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { exportedUpTo } from './export-handlers.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

async function exported({ owner }: TestWorkspace, query: string, columns: readonly ('handle' | 'title')[] = ['handle']) {
  const { csv, rows } = await owner.call('everything.export', { query, columns: [...columns] });
  const lines = csv.split('\r\n').slice(1, -1);
  assert.equal(lines.length, rows);
  return lines;
}

test('everything comes as a file, the youngest first, with the columns that were asked for in their order', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, road, readyStory } = workspace;
    await owner.call('idea.capture', { problem: '=1+1 is what a guest wrote' });
    road.now = '2026-11-16T10:00:00.000Z';
    const storyId = await readyStory('Rooms, found "quickly"');
    await owner.call('label.set', { subjectIds: [storyId], addWords: ['urgent', 'door'] });
    await owner.call('story.edit', { itemId: storyId, ownerId: owner.id, size: 'M' });
    const all = await owner.call('everything.export', {});
    assert.equal(
      all.csv,
      'Handle,Title,Type,Labels,Stands in,Team,Owner,Age\r\n' +
        'IDEA-2,"Rooms, found ""quickly""",Idea,,Refined,,,2026-11-16T10:00:00.000Z\r\n' +
        'STORY-1,"Rooms, found ""quickly""",Story,"door, urgent",Refinement,Web,Olive Owner,2026-11-16T10:00:00.000Z\r\n' +
        "IDEA-1,'=1+1 is what a guest wrote,Idea,,Parking lot,,,2026-11-16T09:00:00.000Z\r\n",
    );
    assert.equal(all.rows, 3);
    const chosen = await owner.call('everything.export', { query: 'type:story', columns: ['size', 'handle'] });
    assert.equal(chosen.csv, 'Size,Handle\r\nM,STORY-1\r\n');
  });
});

test('a query asks as in the app: who asks, states, what blocks, evidence, marks, its order, and the days of a zone', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, road, readyStory } = workspace;
    const [first, second] = [await readyStory('Alpha'), await readyStory('Beta')];
    await owner.call('task.create', { teamId: team.id, title: 'Gamma', over: { reason: 'A test' } });
    await owner.call('story.edit', { itemId: second, ownerId: owner.id });
    await owner.call('link.add', { fromId: first, toId: second, kind: 'blocks' });
    await owner.call('evidence.add', { subjectId: 'TASK-1', text: 'We wait each day' });
    assert.deepEqual(await exported(workspace, 'owner:me'), ['STORY-2']);
    assert.deepEqual(await exported(workspace, 'is:ready sort:title'), ['STORY-1', 'STORY-2']);
    assert.deepEqual(await exported(workspace, 'is:blocked'), ['STORY-2']);
    assert.deepEqual(await exported(workspace, 'has:evidence'), ['TASK-1']);
    assert.deepEqual(await exported(workspace, 'is:slow'), []);
    assert.deepEqual(await exported(workspace, '-type:idea sort:-title'), ['TASK-1', 'STORY-2', 'STORY-1']);
    await owner.call('backlog.commit', { teamId: team.id, itemId: first });
    const { steps } = team;
    await owner.call('backlog.move', { itemId: first, stepId: steps.find(({ category }) => category === 'done')?.id ?? '' });
    assert.deepEqual(await exported(workspace, 'is:blocked'), [], 'what is done holds nothing up');
    assert.deepEqual(await exported(workspace, 'is:done'), ['STORY-1']);
    road.now = '2026-11-17T03:00:00.000Z';
    const today = { query: 'created:today type:story', columns: ['handle' as const] };
    assert.equal((await owner.call('everything.export', today)).rows, 0);
    const there = await owner.call('everything.export', { ...today, timeZone: 'America/Los_Angeles' });
    assert.equal(there.rows, 2, 'it is still the sixteenth in Los Angeles');
  });
});

test('more than a page comes whole, each once; more than a file may hold is refused, and less of it comes', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, road, workspaceId } = workspace;
    await owner.call('idea.capture', { problem: 'One' });
    await sql`
      insert into idea select (jsonb_populate_record(idea, jsonb_build_object(
        'id', idea.id || number, 'handle', 'IDEA-' || number, 'problem', 'Number ' || number))).*
      from idea, generate_series(2, 2345) as number`.execute(database.db);
    const handles = await exported(workspace, '');
    assert.equal(handles.length, 2_345);
    assert.equal(new Set(handles).size, 2_345);
    assert.ok(owner.caller.kind === 'known');
    const scope = { db: database.db, workspaceId, context: { actor: owner.caller.actor, now: road.now }, mailIsOn: false };
    const input = { columns: ['handle' as const], timeZone: 'UTC' };
    const refusal = await exportedUpTo(2_344, scope, { ...input, query: '' });
    assert.ok(isRefusal(refusal));
    assert.equal(refusal.code, 'too_large');
    assert.match(refusal.message, /^More than 2,344 rows answer to that\./);
    const fewer = await exportedUpTo(2_344, scope, { ...input, query: '-"number 1234"' });
    assert.ok(!isRefusal(fewer), 'just as many as a file may hold come');
  });
});

test('what cannot be read is refused with what was probably meant, instead of a file of something else', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const typo = await owner.refused('everything.export', { query: 'ownr:me is:opne' });
    assert.equal(typo.code, 'invalid_input');
    assert.match(typo.message, /no “ownr:”.*owner:/);
    assert.equal(typo.errors?.length, 2);
    const column = await owner.refused('everything.export', { columns: ['handle', 'colour'] });
    assert.equal(column.code, 'invalid_input');
    assert.match(column.message, /is no column; there are handle, title/);
    assert.equal((await owner.refused('everything.export', { columns: [] })).code, 'invalid_input');
    assert.equal((await owner.refused('everything.export', { query: 'x'.repeat(1_001) })).code, 'invalid_input');
    const zone = await owner.refused('everything.export', { timeZone: 'Moon/Base' });
    assert.match(zone.message, /Moon\/Base/);
  });
});

test('who may not read all of it gets no file: neither a suggester nor nobody', async () => {
  await withTestDatabase(async (database) => {
    const { join, nobody } = await makeTestWorkspace(database);
    const sam = await join('suggester', 'Sam Suggester');
    assert.equal((await sam.refused('everything.export', {})).code, 'not_allowed');
    assert.equal((await nobody.refused('everything.export', {})).code, 'not_signed_in');
    const vera = await join('viewer', 'Vera Viewer');
    assert.equal((await vera.call('everything.export', {})).rows, 0);
  });
});
