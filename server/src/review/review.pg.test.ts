/** Reviews through the road: decisions, their reasons, undo, driving and the summary. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestWorkspace } from '../test/test-workspace.ts';

async function captured({ owner }: TestWorkspace, count: number) {
  const ideas = [];
  for (let index = 0; index < count; index += 1)
    ideas.push(await owner.call('idea.capture', { problem: `Need ${index}`, context: 'Said twice' }));
  return ideas;
}

const no = { kind: 'reject', reason: 'no_room', sentence: 'Other needs weigh more.' } as const;

test('a review decides, undoes as often as wanted, and ends with its figures', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, road } = workspace;
    const [a, b, c, d] = await captured(workspace, 4);
    const review = await owner.call('review.start', {});
    assert.deepEqual(review.queue, [a?.id, b?.id, c?.id, d?.id]);
    const decide = async (
      ideaId: string | undefined,
      decision: Parameters<typeof owner.call<'review.decide'>>[1]['decision'],
      second: number,
    ) => {
      road.now = `2026-11-16T09:01:${String(second).padStart(2, '0')}.000Z`;
      return await owner.call('review.decide', { reviewId: review.id, ideaId: ideaId ?? '', decision });
    };
    await decide(a?.id, no, 10);
    const { itemId } = await decide(b?.id, { kind: 'refine', as: 'story', teamId: team.id }, 20);
    const story = await owner.call('story.get', { itemId: itemId ?? '' });
    assert.deepEqual([story.story.title, story.problem?.text, story.story.handle], ['Need 1', 'Need 1\n\nSaid twice', 'STORY-1']);
    await decide(c?.id, { kind: 'merge', intoId: b?.id ?? '', sentence: 'The same need.' }, 30);
    await decide(d?.id, { kind: 'keep' }, 34);

    for (const [expected, kind] of [
      [d, null],
      [c, null],
      [b, null],
    ] as const) {
      const undone = await owner.call('review.undo', { reviewId: review.id });
      assert.deepEqual([undone.idea.id, undone.idea.decision, undone.idea.keptCount], [expected?.id, kind, 0]);
    }
    assert.equal((await owner.refused('story.get', { itemId: itemId ?? '' })).code, 'not_found');
    await decide(b?.id, no, 40);
    const closed = await owner.call('review.close', { reviewId: review.id });
    assert.deepEqual(closed.summary, { decided: 2, rejected: 2, rejectedShare: 1, medianSeconds: 50, leftOver: 2 });
    // Nobody was written to yet.
    const takenBack = await owner.call('review.undo', { reviewId: review.id });
    assert.deepEqual([takenBack.idea.id, takenBack.idea.decision], [b?.id, null]);
  });
});

test('a no without a reason, a second decision, a third keep and a merge into itself are refused', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    const [idea, other] = await captured(workspace, 2);
    const ideaId = idea?.id ?? '';
    const { id: reviewId } = await owner.call('review.start', {});
    assert.equal(
      (await owner.refused('review.decide', { reviewId, ideaId, decision: { kind: 'reject', reason: 'no_room' } })).code,
      'invalid_input',
    );
    assert.equal(
      (await owner.refused('review.decide', { reviewId, ideaId, decision: { kind: 'merge', intoId: ideaId, sentence: 'Same' } }))
        .code,
      'conflict',
    );
    for (let kept = 0; kept < 3; kept += 1) await owner.call('review.decide', { reviewId, ideaId, decision: { kind: 'keep' } });
    assert.equal((await owner.refused('review.decide', { reviewId, ideaId, decision: { kind: 'keep' } })).code, 'conflict');
    await owner.call('review.decide', { reviewId, ideaId, decision: no });
    assert.equal((await owner.refused('review.decide', { reviewId, ideaId, decision: no })).code, 'already_decided');
    assert.equal((await owner.refused('idea.edit', { ideaId, problem: 'Reworded' })).code, 'already_decided');
    await owner.call('review.decide', { reviewId, ideaId: other?.id ?? '', decision: no });
    assert.equal((await owner.refused('review.start', {})).code, 'conflict');
  });
});

test('one drives and the others follow; what was worked on since cannot be undone', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner, team, join } = workspace;
    const mia = await join('member', 'Mia Member');
    const [idea] = await captured(workspace, 2);
    const { id: reviewId } = await owner.call('review.start', {});
    const decision = { kind: 'refine', as: 'task', teamId: team.id } as const;
    assert.equal((await mia.refused('review.decide', { reviewId, ideaId: idea?.id ?? '', decision })).code, 'not_allowed');
    await mia.call('review.drive', { reviewId });
    const { itemId } = await mia.call('review.decide', { reviewId, ideaId: idea?.id ?? '', decision });
    await owner.call('task.edit', { itemId: itemId ?? '', why: 'The audit asks for it' });
    assert.equal((await mia.refused('review.undo', { reviewId })).code, 'changed_since');
    assert.equal((await owner.call('task.get', { itemId: itemId ?? '' })).task.why, 'The audit asks for it');
  });
});

test('where the driver goes is kept with the review; a follower cannot move it', async () => {
  await withTestDatabase(async (database) => {
    const workspace = await makeTestWorkspace(database);
    const { owner } = workspace;
    const [, second] = await captured(workspace, 2);
    const { id: reviewId } = await owner.call('review.start', {});
    await owner.call('review.show', { reviewId, ideaId: second?.id ?? '' });
    assert.equal((await owner.call('review.get', { reviewId })).shownId, second?.id);
    const follower = await workspace.join('member', 'Mia');
    assert.equal((await follower.refused('review.show', { reviewId, ideaId: second?.id ?? '' })).code, 'not_allowed');
  });
});
