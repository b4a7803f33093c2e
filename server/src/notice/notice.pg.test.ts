/** Notices through the road: made from the feed once each, listed, counted, read, forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { finishedHistory, makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

/** Reads on in the feed until there is no more. */
async function tell({ road, workspaceId }: TestWorkspace): Promise<readonly string[]> {
  const told: string[] = [];
  for (let hasMore = true; hasMore;) {
    const answer = await callAsSystem(road, workspaceId, 'notice.tell', {});
    told.push(...answer.memberIds);
    hasMore = answer.hasMore;
  }
  return told;
}

async function forget({ road, workspaceId }: TestWorkspace) {
  return await callAsSystem(road, workspaceId, 'notice.forget', {});
}

/** Half an hour later: the answers of what was closed go out. */
async function sendAnswers({ road, workspaceId }: TestWorkspace): Promise<void> {
  road.now = new Date(Date.parse(road.now) + 30 * 60_000).toISOString();
  await callAsSystem(road, workspaceId, 'review.answer', {});
}

/** What a member was told, oldest first: `mentioned STORY-1 Olive Owner`. */
async function toldOf(member: TestMember): Promise<readonly string[]> {
  const { items } = await member.call('notice.list', {});
  return items.map(({ notice, handle, by }) => `${notice.kind} ${handle} ${by}`).toReversed();
}

test('what others do is told to whom it concerns: assigned, mentioned, replied, ready, failed, decided', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const [mira, sam] = [await join('member', 'Mira Kay'), await join('suggester', 'Sam Suggester')];
    await tell(workspace);
    const idea = await sam.call('idea.capture', { problem: 'The pier is dark' });
    const review = await owner.call('review.start', { ideaIds: [idea.id] });
    const decision = { kind: 'reject', reason: 'no_room', sentence: 'Other needs weigh more.' } as const;
    await owner.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
    await owner.call('review.close', { reviewId: review.id });
    await sendAnswers(workspace);

    const itemId = (await owner.call('task.create', { teamId: workspace.team.id, title: 'Chore', why: '' })).id;
    await owner.call('task.edit', { itemId, ownerId: mira.id });
    const first = await owner.call('comment.add', { subjectId: itemId, text: 'Look, @Mira Kay' });
    await mira.call('comment.add', { subjectId: itemId, text: 'Seen', parentId: first.id });
    await owner.call('comment.add', { subjectId: itemId, text: 'Thanks', parentId: first.id });

    const storyId = await workspace.readyStory('Arrivals are noted');
    await mira.call('following.set', { subjectId: storyId, state: 'following' });
    const { criteria } = await owner.call('story.get', { itemId: storyId });
    const criterionId = criteria[0]?.id ?? '';
    await owner.call('criterion.verify', { criterionId, environment: 'production', verdict: 'failed' });
    await owner.call('text.edit', { subjectId: storyId, field: 'problem', baseSeq: 0, text: 'Ask @Mira Kay first' });
    await tell(workspace);

    assert.deepEqual(await toldOf(sam), ['decided IDEA-1 Olive Owner']);
    assert.deepEqual(await toldOf(mira), [
      'assigned TASK-1 Olive Owner',
      'mentioned TASK-1 Olive Owner',
      'replied TASK-1 Olive Owner',
      'failed STORY-1 Olive Owner',
      'mentioned STORY-1 Olive Owner',
    ]);
    assert.deepEqual(await toldOf(owner), ['replied TASK-1 Mira Kay']);
    const { items } = await sam.call('notice.list', {});
    assert.deepEqual([items[0]?.notice.words, items[0]?.title], ['Rejected. Other needs weigh more.', 'The pier is dark']);
  });
});

test('a finding is told to who owns the story, by mail or not at all as they chose, and stands with the story for good', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road, team, readyStory } = workspace;
    const mira = await join('member', 'Mira Kay');
    const itemId = await readyStory('Arrivals are noted');
    await owner.call('story.edit', { itemId, ownerId: mira.id });
    await tell(workspace);
    const found = { itemId, environment: 'production' };
    await owner.call('finding.add', { ...found, text: 'The list jumps' });
    await mira.call('finding.add', { ...found, text: 'My own' });
    await tell(workspace);
    assert.deepEqual(await toldOf(mira), ['found STORY-1 Olive Owner']);
    assert.equal((await mira.call('notice.settings', {})).channels.found, 'mail');
    await mira.call('notice.set', { channels: { found: 'none' } });
    await owner.call('finding.add', { ...found, kind: 'polish', text: 'The icon is dull' });
    await tell(workspace);
    assert.equal((await toldOf(mira)).length, 1);

    await owner.call('backlog.commit', { teamId: team.id, itemId });
    await owner.call('backlog.move', { itemId, stepId: team.steps.find(({ category }) => category === 'done')?.id ?? '' });
    road.now = new Date(Date.parse(road.now) + 120 * 24 * 60 * 60_000).toISOString();
    const { findings } = await owner.call('story.get', { itemId });
    assert.deepEqual(
      findings.map(({ text }) => text),
      ['The list jumps', 'My own', 'The icon is dull'],
    );
  });
});

test('who removes a flag is told when its day is past, and when it is asked for after it was gone', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road, workspaceId } = workspace;
    const mira = await join('member', 'Mira Kay');
    await tell(workspace);
    for (const key of ['late-one', 'back-again']) {
      await owner.call('flag.create', { key });
      await owner.call('ladder.climb', { flagKey: key, rung: 'everyone' });
      await owner.call('flag.planCleanUp', { key, ownerId: mira.id, dueDay: '2026-11-20' });
    }
    await owner.call('flag.edit', { key: 'back-again', ownerId: mira.id });
    await owner.call('ladder.climb', { flagKey: 'back-again', rung: 'permanent' });
    const settle = async (now: string) => {
      road.now = now;
      await callAsSystem(road, workspaceId, 'flag.settleCleanUps', {});
      await tell(workspace);
    };
    await settle('2026-11-20T23:59:00.000Z');
    assert.deepEqual(await toldOf(mira), [], 'the day itself is not past');
    await settle('2026-11-21T00:01:00.000Z');
    assert.deepEqual(await toldOf(mira), ['flag_late flag/late-one null']);
    await sql`insert into flag_seen (workspace_id, environment, "flagKey", "lastEvaluatedAt")
      values (${workspaceId}, 'production', 'back-again', ${road.now}::timestamptz)`.execute(database.db);
    await settle('2026-11-21T00:02:00.000Z');
    await settle('2026-11-21T00:03:00.000Z');
    assert.deepEqual(await toldOf(mira), ['flag_late flag/late-one null', 'flag_back flag/back-again null']);
    assert.deepEqual(await toldOf(owner), []);
    assert.equal((await mira.call('notice.count', {})).unread, 2);
  });
});

test('becoming ready is told once, and again when it was lost and came back', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const mira = await join('member', 'Mira Kay');
    await tell(workspace);
    const itemId = await workspace.readyStory('Arrivals are noted');
    await mira.call('following.set', { subjectId: itemId, state: 'following' });
    await tell(workspace);
    await owner.call('story.edit', { itemId, size: 'M' });
    await tell(workspace);
    assert.deepEqual(await toldOf(mira), ['ready STORY-1 Olive Owner']);
    await owner.call('story.edit', { itemId, need: '' });
    await tell(workspace);
    await owner.call('story.edit', { itemId, need: 'see who came' });
    await tell(workspace);
    assert.deepEqual(await toldOf(mira), ['ready STORY-1 Olive Owner', 'ready STORY-1 Olive Owner']);
  });
});

test('four readers at once, again and again, tell each thing once', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const mira = await join('member', 'Mira Kay');
    await tell(workspace);
    const { id: subjectId } = await owner.call('idea.capture', { problem: 'The pier is dark' });
    for (let round = 0; round < 5; round += 1) {
      await owner.call('comment.add', { subjectId, text: `@Mira Kay ${round}` });
      await Promise.all([tell(workspace), tell(workspace), tell(workspace), tell(workspace)]);
    }
    assert.equal((await toldOf(mira)).length, 5);
    // A position that was lost tells nothing twice: the table itself holds each once.
    await sql`update follower set seq = 0`.execute(database.db);
    await assert.rejects(() => tell(workspace));
    assert.equal((await toldOf(mira)).length, 5);
  });
});

test('the past is not told, nor an import, and a decision that was taken back is withdrawn', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const mira = await join('member', 'Mira Kay');
    const idea = await mira.call('idea.capture', { problem: 'The pier is dark' });
    await owner.call('comment.add', { subjectId: idea.id, text: '@Mira Kay' });
    assert.deepEqual(await tell(workspace), []);
    await finishedHistory(workspace, 3);
    assert.deepEqual(await tell(workspace), []);
    const review = await owner.call('review.start', { ideaIds: [idea.id] });
    const decision = { kind: 'refine', as: 'task', teamId: workspace.team.id } as const;
    await owner.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
    assert.deepEqual(await tell(workspace), [mira.id]);
    await owner.call('review.undo', { reviewId: review.id });
    assert.deepEqual(await tell(workspace), [mira.id]);
    assert.deepEqual(await toldOf(mira), []);
  });
});

test('unread things are counted by what they are about, read together, and kept for ninety days', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road } = workspace;
    const [mira, sam] = [await join('member', 'Mira Kay'), await join('suggester', 'Sam')];
    await tell(workspace);
    const ideas = [];
    for (const problem of ['One', 'Two']) ideas.push((await owner.call('idea.capture', { problem })).id);
    for (const subjectId of [...ideas, ...ideas]) await owner.call('comment.add', { subjectId, text: '@Mira Kay' });
    await tell(workspace);
    const unread = async () => (await mira.call('notice.count', {})).unread;
    assert.equal(await unread(), 2);
    const [subjectId = ''] = ideas;
    assert.equal((await mira.call('notice.read', { subjectId })).changed, 2);
    assert.equal(await unread(), 1);
    await mira.call('notice.read', { subjectId, read: false });
    assert.equal(await unread(), 2);
    const newest = (await mira.call('notice.list', { limit: 1 })).items[0]?.notice.seq ?? 0;
    assert.equal((await mira.call('notice.read', { upTo: newest - 1 })).changed, 2);
    assert.equal((await mira.call('notice.read', {})).changed, 1);
    assert.equal((await mira.refused('notice.read', { read: false })).code, 'invalid_input');
    assert.equal((await sam.call('notice.count', {})).unread, 0);
    assert.equal((await sam.refused('following.set', { subjectId, state: 'following' })).code, 'not_found');

    const page = await mira.call('notice.list', { limit: 3 });
    const rest = await mira.call('notice.list', { limit: 3, after: page.next ?? '' });
    assert.deepEqual([page.items.length, rest.items.length, rest.next], [3, 1, null]);
    road.now = '2027-03-01T09:00:00.000Z';
    assert.equal((await forget(workspace)).gone, 4);
    assert.equal((await mira.call('notice.list', {})).items.length, 0);
    assert.match((await owner.refused('notice.tell', {})).message, /The server does this by itself/);
  });
});

test('a member’s last thousand are kept', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    await sql`
      insert into notice select ${workspace.workspaceId}, 'ntc_' || n, ${workspace.owner.id}, 'ready', 'sto_1', n, null, '',
        ${workspace.road.now}::timestamptz, null from generate_series(1, 1010) as n`.execute(database.db);
    assert.equal((await forget(workspace)).gone, 10);
    const { rows } = await sql<{ least: number }>`select min(seq)::int as least from notice`.execute(database.db);
    assert.equal(rows[0]?.least, 11);
  });
});
