/** Refinement is not a second backlog: every way in asks for room, nobody takes the last place twice, and what leaves is kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { openDatabase, type Database } from '../db/connect.ts';
import { createTestDatabase, withTestDatabase } from '../db/test-database.ts';
import { runOperation, type Road } from '../run-operation.ts';
import { finishedHistory, makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

interface Filled extends TestWorkspace {
  /** As many as the measured window holds. */
  readonly k: number;
  readonly taskIds: readonly string[];
}

/** A team with a measured rate, and a refinement that is full of tasks. */
async function filled(database: Database, left = 0): Promise<Filled> {
  const workspace = await makeTestWorkspace(database);
  const { owner, team } = workspace;
  await finishedHistory(workspace, 40);
  const { k, basis } = await owner.call('backlog.window', { teamId: team.id });
  assert.equal(basis, 'measured');
  const taskIds: string[] = [];
  for (let index = 0; index < k - left; index += 1) {
    taskIds.push((await owner.call('task.create', { teamId: team.id, title: `Chore ${index}`, why: 'It is due.' })).id);
  }
  return { ...workspace, k, taskIds };
}

async function refine(by: TestMember, teamId: string, ideaId: string) {
  const review = await by.call('review.start', { ideaIds: [ideaId] });
  return { reviewId: review.id, ideaId, decision: { kind: 'refine' as const, as: 'story' as const, teamId } };
}

test('every way into a full refinement is refused with its figures, and passes when something left it', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, k, taskIds, readyStory } = await filled(database, 3);
    // A story on the backlog, one that is done and one that was given up, before refinement is full.
    const [onBacklog, done, dropped] = [
      await readyStory('On the backlog'),
      await readyStory('Done'),
      await readyStory('Given up'),
    ];
    for (const itemId of [onBacklog, done]) await owner.call('backlog.commit', { itemId, teamId: team.id });
    await owner.call('backlog.move', { itemId: done, stepId: 'done' });
    await owner.call('backlog.drop', { itemId: dropped, sentence: 'Nobody asked again.' });
    const whole = await readyStory('To be split');
    for (let index = 0; index < 2; index += 1) {
      await owner.call('task.create', { teamId: team.id, title: `More ${index}`, why: 'It is due.' });
    }
    const idea = await owner.call('idea.capture', { problem: 'One more need' });
    const review = await refine(owner, team.id, idea.id);
    const waysIn = [
      ['review.decide', review],
      ['task.create', { teamId: team.id, title: 'One more' }],
      ['backlog.return', { itemId: onBacklog }],
      ['backlog.reopen', { itemId: done }],
      ['backlog.reopen', { itemId: dropped }],
      ['story.split', { itemId: whole, title: 'Half of it' }],
    ] as const;
    for (const [name, input] of waysIn) {
      const refusal = await owner.refused(name, input);
      assert.equal(refusal.code, 'refinement_full', name);
      assert.match(refusal.message, new RegExp(`Refinement is full: ${k} of ${k}`));
      // While the rate is measured a reason is no way in.
      const wordy =
        name === 'review.decide' ? { ...review, decision: { ...review.decision, over: reason } } : { ...input, over: reason };
      assert.equal((await owner.refused(name, wordy)).code, 'refinement_full', name);
    }
    // Each frees one place first: by the parking lot, by giving up, by the gate.
    for (const [index, [name, input]] of waysIn.entries()) {
      const leaving = taskIds[index] ?? '';
      if (index % 3 === 0) await owner.call('backlog.park', { itemId: leaving });
      else if (index % 3 === 1) await owner.call('backlog.drop', { itemId: leaving, sentence: 'Other things matter more.' });
      else await owner.call('backlog.commit', { itemId: leaving, teamId: team.id });
      await owner.call(name, input);
      assert.equal((await owner.refused('task.create', { teamId: team.id, title: 'And one' })).code, 'refinement_full', name);
    }
  });
});

const reason = { reason: 'A fair in May' };

test('what is taken back has to find room too, and a swap makes its own', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, taskIds } = await filled(database);
    const [first = '', second = '', third = ''] = taskIds;
    const committed = await owner.callSeq('backlog.commit', { itemId: first, teamId: team.id });
    const parked = await (async () => {
      await owner.call('task.create', { teamId: team.id, title: 'In its place', why: 'It is due.' });
      return await owner.callSeq('backlog.park', { itemId: second });
    })();
    await owner.call('task.create', { teamId: team.id, title: 'In the other place', why: 'It is due.' });
    for (const { seq } of [committed, parked]) {
      const refusal = await owner.refused('change.undo', { seq });
      assert.equal(refusal.code, 'refinement_full');
      assert.match(refusal.message, /Refinement is full/);
    }
    const swap = { itemId: third, teamId: team.id, swapOut: [{ itemId: first, to: 'refinement' }] };
    const swapped = await owner.callSeq('backlog.commit', swap);
    await owner.call('change.undo', { seq: swapped.seq });
    await owner.call('backlog.drop', { itemId: third, sentence: 'Nobody asked again.' });
    await owner.call('change.undo', { seq: parked.seq });
    assert.equal((await owner.call('task.get', { itemId: second })).placement.parkedAs, null);
    const idea = (await owner.call('idea.list', { state: 'undecided' })).items.find((one) => one.itemId === second);
    assert.equal(idea, undefined);
  });
});

test('while the rate is only declared a written reason lets one in, and stays with it until it leaves', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team } = await makeTestWorkspace(database, { declaredWeekly: 1 });
    const create = (title: string) => ({ teamId: team.id, title, why: 'It is due.' });
    for (const title of ['One', 'Two']) await owner.call('task.create', create(title));
    const refusal = await owner.refused('task.create', create('Three'));
    assert.equal(refusal.code, 'reason_needed');
    assert.deepEqual(refusal.details, { refinement: { held: 2, k: 2, basis: 'declared', verdict: 'declared_over' } });
    const third = await owner.call('task.create', { ...create('Three'), over: reason });
    const { placement } = await owner.call('task.get', { itemId: third.id });
    assert.deepEqual(placement.override, { reason: 'A fair in May', byId: owner.id, n: 3, k: 2 });
    const committed = await owner.call('backlog.commit', { itemId: third.id, teamId: team.id });
    assert.equal(committed.override, null);
  });
});

test('forty at once into room for two: two come in, through two servers on one database', async () => {
  const { database, url, drop } = await createTestDatabase();
  const second = await openDatabase({
    databaseUrl: url,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  try {
    const { road, owner, team, k } = await filled(database, 2);
    const ideas = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => await owner.call('idea.capture', { problem: `Need ${index}` })),
    );
    const reviews = await Promise.all(ideas.map(async ({ id }) => await refine(owner, team.id, id)));
    const roads: readonly Road[] = [road, { ...road, database: second }];
    const create = { teamId: team.id, title: 'At once', why: 'It is due.' };
    const answers = await Promise.all(
      reviews.flatMap((review, index) => {
        const through = roads[index % 2] ?? road;
        return [
          runOperation(through, owner.caller, 'review.decide', review),
          runOperation(through, owner.caller, 'task.create', create),
        ];
      }),
    );
    const refused = answers.filter(isRefusal);
    assert.deepEqual(new Set(refused.map(({ code }) => code)), new Set(['refinement_full']));
    assert.equal(answers.length - refused.length, 2);
    const held = (await owner.call('item.list', { limit: 1000 })).items.filter(
      ({ placement }) => placement.stepId === null && placement.droppedAt === null && placement.doneAt === null,
    );
    assert.equal(held.length, k);
  } finally {
    await second.close();
    await database.close();
    await drop();
  }
});

test('a story goes back to the parking lot with all that was written, and comes again as it was', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals are noted once');
    await owner.call('comment.add', { subjectId: itemId, text: 'The tablet has no network.' });
    const before = await owner.call('story.get', { itemId });
    const { idea, placement } = await owner.call('backlog.park', { itemId });
    assert.deepEqual([idea.id, idea.decision, idea.itemId], [before.story.ideaId, null, itemId]);
    assert.equal(placement.parkedAs, idea.id);
    assert.equal((await owner.call('story.get', { itemId })).criteria.length, 1);
    assert.ok((await owner.call('idea.list', { state: 'undecided' })).items.some(({ id }) => id === idea.id));

    const wanted = await refine(owner, team.id, idea.id);
    const again = await owner.call('review.decide', wanted);
    assert.equal(again.itemId, itemId);
    const after = await owner.call('story.get', { itemId });
    assert.deepEqual(after.story, before.story);
    assert.deepEqual(after.criteria, before.criteria);
    assert.deepEqual([after.placement.stepId, after.placement.droppedAt, after.placement.parkedAs], [null, null, null]);

    await owner.call('review.undo', { reviewId: wanted.reviewId });
    assert.equal((await owner.call('story.get', { itemId })).placement.parkedAs, idea.id);
    await owner.call('review.decide', wanted);
    await owner.call('criterion.add', { itemId, text: 'It works in the rain' });
    assert.equal((await owner.refused('review.undo', { reviewId: wanted.reviewId })).code, 'changed_since');
    const asTask = await owner.call('backlog.park', { itemId });
    const other = await refine(owner, team.id, asTask.idea.id);
    const task = await owner.call('review.decide', { ...other, decision: { ...other.decision, as: 'task' } });
    assert.notEqual(task.itemId, itemId);
    assert.equal((await owner.call('story.get', { itemId })).placement.parkedAs, idea.id);
  });
});

test('a task that nobody captured becomes the idea of who made it, once', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, join } = await makeTestWorkspace(database);
    const member = await join('member', 'Mia Member');
    const task = await member.call('task.create', { teamId: team.id, title: 'Renew the certificate', why: 'It ends in May.' });
    const { idea } = await owner.call('backlog.park', { itemId: task.id });
    assert.match(idea.handle, /^IDEA-\d+$/);
    assert.deepEqual([idea.problem, idea.context, idea.suggesterId], ['Renew the certificate', 'It ends in May.', member.id]);
    assert.equal((await owner.call('task.get', { itemId: task.id })).task.ideaId, idea.id);
    const wanted = await refine(owner, team.id, idea.id);
    await owner.call('review.decide', { ...wanted, decision: { ...wanted.decision, as: 'task' } });
    assert.equal((await owner.call('backlog.park', { itemId: task.id })).idea.id, idea.id);
  });
});

test('who may not move the team’s items, and who is of another workspace, sends nothing back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, join } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals are noted once');
    const outside = await owner.call('team.create', { key: 'OPS', name: 'Operations' });
    const { invitationSecret } = await owner.call('member.invite', { role: 'member', teamId: outside.id });
    assert.ok(invitationSecret !== '');
    const viewer = await join('viewer', 'Vic Viewer');
    assert.equal((await viewer.refused('backlog.park', { itemId })).code, 'not_allowed');
    assert.equal((await owner.refused('backlog.park', { itemId: 'sto_00000000000000000000000000' })).code, 'not_found');
  });
});
