/** Ready through the road: what a team asks for, who reads, what is asked and answered, and the gate that holds to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultReadyPoints } from '@shortlist/domain/story/ready-points.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace } from '../test/test-workspace.ts';

test('a new team asks for all but a design read, and settings change that', async () => {
  await withTestDatabase(async (database) => {
    const { owner } = await makeTestWorkspace(database);
    const team = await owner.call('team.create', { key: 'NEW', name: 'New' });
    assert.deepEqual(team.readyPoints, defaultReadyPoints);
    const edited = await owner.call('team.edit', { teamId: team.id, readyPoints: ['need'] });
    assert.deepEqual(edited.readyPoints, ['need']);
    assert.equal((await owner.refused('team.edit', { teamId: team.id, readyPoints: ['luck'] })).code, 'invalid_input');
  });
});

test('the gate names what is still to do, point by point, until the story is ready', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, join, readyStory } = await makeTestWorkspace(database);
    const member = await join('member', 'Mia Member');
    await owner.call('team.edit', { teamId: team.id, readyPoints: [...defaultReadyPoints] });
    const itemId = await readyStory('Arrivals');
    const question = await owner.call('question.ask', { itemId, text: 'Do guests see it?', ownerId: member.id });
    const commit = { itemId, teamId: team.id };
    const refusal = await owner.refused('backlog.commit', commit);
    assert.equal(refusal.code, 'not_ready');
    assert.deepEqual(refusal.details?.['missing'], ['outcome', 'questions', 'read']);
    assert.match(refusal.message, /answer the open questions; have it read by another member/);

    await owner.call('story.edit', { itemId, outcome: { kind: 'none', because: 'The law asks for it' } });
    assert.equal((await member.refused('question.answer', { questionId: question.id, answer: ' ' })).code, 'invalid_input');
    await member.call('question.answer', { questionId: question.id, answer: 'No, only we do.' });
    assert.match((await owner.refused('story.read', { itemId })).message, /your own words/);
    const { seq } = await member.callSeq('story.read', { itemId });
    await member.call('change.undo', { seq });
    assert.deepEqual((await owner.call('story.get', { itemId })).readiness.missing, ['read']);
    await member.call('story.read', { itemId });
    assert.ok((await owner.call('backlog.commit', commit)).committedAt !== null);
  });
});

test('an outcome is whole or it is refused, and undo takes it back', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    const metric = { kind: 'metric', metric: 'Typos', unit: 'a day', baseline: 8, target: 1, date: '2027-02-28' } as const;
    for (const wrong of [
      { ...metric, date: '2027-02-30' },
      { ...metric, metric: ' ' },
      { kind: 'none', because: '' },
    ]) {
      assert.equal((await owner.refused('story.edit', { itemId, outcome: wrong })).code, 'invalid_input');
    }
    const { value, seq } = await owner.callSeq('story.edit', { itemId, outcome: metric });
    assert.partialDeepStrictEqual(value, { outcome: metric });
    await owner.call('change.undo', { seq });
    assert.equal((await owner.call('story.get', { itemId })).story.outcome, null);
  });
});

test('questions and readings are for members: viewers and suggesters are refused, strangers own nothing', async () => {
  await withTestDatabase(async (database) => {
    const { owner, join, readyStory } = await makeTestWorkspace(database);
    const itemId = await readyStory('Arrivals');
    for (const role of ['viewer', 'suggester'] as const) {
      const one = await join(role, `Some ${role}`);
      assert.equal((await one.refused('question.ask', { itemId, text: 'Why?' })).code, 'not_allowed');
      assert.equal((await one.refused('story.read', { itemId })).code, 'not_allowed');
    }
    assert.equal((await owner.refused('question.ask', { itemId, text: 'Why?', ownerId: 'mem_nobody' })).code, 'not_found');
    for (const name of ['question.edit', 'question.answer', 'question.remove'] as const) {
      assert.equal((await owner.refused(name, { questionId: 'que_nothing', answer: 'Yes' })).code, 'not_found');
    }
  });
});

test('out of scope and approach are long texts of the story, merged like its problem', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const subjectId = await readyStory('Arrivals');
    for (const field of ['outOfScope', 'approach'] as const) {
      const base = await owner.callSeq('text.edit', { subjectId, field, baseSeq: 0, text: 'One\n\nTwo\n' });
      await owner.call('text.edit', { subjectId, field, baseSeq: base.seq, text: 'One more\n\nTwo\n' });
      const merged = await owner.call('text.edit', { subjectId, field, baseSeq: base.seq, text: 'One\n\nTwo more\n' });
      assert.equal(merged.text, 'One more\n\nTwo more\n');
    }
  });
});
