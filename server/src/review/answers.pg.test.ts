/** Whoever asked hears of a no half an hour after the review: once, in the words that stand then, and not of what was taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '../db/connect.ts';
import { createTestDatabase, withTestDatabase } from '../db/test-database.ts';
import { callAsSystem } from '../jobs/call-as-system.ts';
import { makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

const rejection = { kind: 'reject', reason: 'no_room', sentence: 'Not now.' } as const;

/** Lets time pass, then does what the server does by itself. */
async function after({ road, workspaceId }: TestWorkspace, minutes: number) {
  road.now = new Date(Date.parse(road.now) + minutes * 60_000).toISOString();
  const sent = await callAsSystem(road, workspaceId, 'review.answer', {});
  await callAsSystem(road, workspaceId, 'notice.tell', {});
  return sent;
}

/** A review by the owner that rejects each of these. */
async function rejected({ owner }: TestWorkspace, ideaIds: readonly string[]): Promise<string> {
  const review = await owner.call('review.start', { ideaIds: [...ideaIds] });
  for (const ideaId of ideaIds) await owner.call('review.decide', { reviewId: review.id, ideaId, decision: rejection });
  return review.id;
}

const wordsOf = async (member: TestMember) =>
  (await member.call('notice.list', {})).items.map(({ notice, by }) => `${notice.kind} by ${by}: ${notice.words}`);

test('nothing goes out before the review is closed for half an hour; then each of its refusals does, once', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const sam = await join('suggester', 'Sam Suggester');
    await after(workspace, 0);
    const [first, second, third] = [
      await sam.call('idea.capture', { problem: 'The pier is dark' }),
      await sam.call('idea.capture', { problem: 'The pier is wet' }),
      await sam.call('idea.capture', { problem: 'The pier is far' }),
    ];
    const reviewId = await rejected(workspace, [first.id, second.id, third.id]);
    assert.deepEqual(await after(workspace, 60), { answered: 0, closed: 0 });
    const closed = await owner.call('review.close', { reviewId });
    assert.equal(Date.parse(closed.answersAt ?? '') - Date.parse(closed.closedAt ?? ''), 30 * 60_000);
    assert.equal((await after(workspace, 29)).answered, 0);
    assert.deepEqual(await wordsOf(sam), []);
    // Until then it is undecided for whoever asked.
    const seen = (await sam.call('idea.get', { ideaId: first.id })).idea;
    assert.deepEqual([seen.decision, seen.decidedAt], [null, null]);
    assert.equal((await sam.call('idea.list', { state: 'undecided' })).items.length, 3);

    const reworded = await owner.call('review.reword', { ideaId: second.id, sentence: 'Ask again in May.' });
    assert.equal(reworded.decision?.kind, 'reject');
    const undone = await owner.call('review.undo', { reviewId });
    assert.deepEqual([undone.idea.id, undone.review.summary?.decided, undone.review.summary?.leftOver], [third.id, 2, 1]);

    assert.equal((await after(workspace, 1)).answered, 2);
    assert.deepEqual((await wordsOf(sam)).toSorted(), [
      'decided by Olive Owner: Rejected. Ask again in May.',
      'decided by Olive Owner: Rejected. Not now.',
    ]);
    assert.equal((await sam.call('idea.list', { state: 'decided' })).items.length, 2);
    assert.equal((await after(workspace, 10)).answered, 0);
    assert.equal((await wordsOf(sam)).length, 2);
    assert.equal((await owner.refused('review.reword', { ideaId: second.id, sentence: 'Never.' })).code, 'conflict');
    assert.equal((await owner.refused('review.undo', { reviewId })).code, 'conflict');
  });
});

test('four servers at once send each answer once', async () => {
  const { database, url, drop } = await createTestDatabase();
  const second = await openDatabase({
    databaseUrl: url,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  try {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, road, workspaceId } = workspace;
    const sam = await join('suggester', 'Sam Suggester');
    await after(workspace, 0);
    const idea = await sam.call('idea.capture', { problem: 'The pier is dark' });
    await owner.call('review.close', { reviewId: await rejected(workspace, [idea.id]) });
    road.now = new Date(Date.parse(road.now) + 30 * 60_000).toISOString();
    const other = { ...road, database: second };
    const sent = await Promise.all(
      [road, other, road, other].map(async (one) => await callAsSystem(one, workspaceId, 'review.answer', {})),
    );
    assert.equal(
      sent.reduce((sum, { answered }) => sum + answered, 0),
      1,
    );
    await after(workspace, 0);
    assert.equal((await wordsOf(sam)).length, 1);
  } finally {
    await second.close();
    await drop();
  }
});

test('a review that nobody closed closes itself half a day later, and its answers go out too', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join } = workspace;
    const sam = await join('suggester', 'Sam Suggester');
    await after(workspace, 0);
    const idea = await sam.call('idea.capture', { problem: 'The pier is dark' });
    const reviewId = await rejected(workspace, [idea.id]);
    assert.deepEqual(await after(workspace, 12 * 60 - 1), { answered: 0, closed: 0 });
    assert.deepEqual(await after(workspace, 1), { answered: 0, closed: 1 });
    const review = await owner.call('review.get', { reviewId });
    assert.deepEqual([review.closedAt === null, review.summary?.rejected], [false, 1]);
    assert.deepEqual(await after(workspace, 30), { answered: 1, closed: 0 });
    assert.equal((await wordsOf(sam)).length, 1);
  });
});

test('only who decides rewords, only what was refused, and nobody sends answers by hand', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, join, team } = workspace;
    const [viewer, sam] = [await join('viewer', 'Vic Viewer'), await join('suggester', 'Sam Suggester')];
    const idea = await sam.call('idea.capture', { problem: 'The pier is dark' });
    const reword = { ideaId: idea.id, sentence: 'Ask again in May.' };
    assert.equal((await owner.refused('review.reword', reword)).code, 'conflict');
    await rejected(workspace, [idea.id]);
    for (const member of [viewer, sam]) assert.equal((await member.refused('review.reword', reword)).code, 'not_allowed');
    assert.equal((await owner.refused('review.answer', {})).code, 'not_allowed');
    assert.equal(
      (await owner.refused('review.reword', { ...reword, ideaId: 'idea_00000000000000000000000000' })).code,
      'not_found',
    );
    const wanted = await owner.call('idea.capture', { problem: 'The pier is wet' });
    const review = await owner.call('review.start', { ideaIds: [wanted.id] });
    const decision = { kind: 'refine', as: 'task', teamId: team.id } as const;
    await owner.call('review.decide', { reviewId: review.id, ideaId: wanted.id, decision });
    assert.match((await owner.refused('review.reword', { ...reword, ideaId: wanted.id })).message, /not refused/);
  });
});
