/** Links through the road: shown at both ends, never round in a ring, taken back; and where a handle is written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';

const linksOf = async (member: TestMember, itemId: string) =>
  (await member.call('link.list', { itemId })).items.map(({ kind, is, other }) => `${is} ${kind} ${other.handle}`);

test('a link is shown at both ends with where the other stands, by handles too, and is taken away', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, team, join } = await makeTestWorkspace(database);
    await readyStory('First');
    const task = await owner.call('task.create', { teamId: team.id, title: 'Renew it', why: 'It ends' });
    const link = await owner.call('link.add', { fromId: 'TASK-1', toId: 'STORY-1', kind: 'blocks' });
    assert.deepEqual(await linksOf(owner, 'STORY-1'), ['to blocks TASK-1']);
    assert.deepEqual(await linksOf(owner, task.id), ['from blocks STORY-1']);
    const [shown] = (await owner.call('link.list', { itemId: 'STORY-1' })).items;
    assert.deepEqual([shown?.other.title, shown?.other.placement.stepId], ['Renew it', null]);
    const viewer = await join('viewer', 'Vera Viewer');
    assert.equal((await viewer.refused('link.remove', { linkId: link.id })).code, 'not_allowed');
    await owner.call('link.remove', { linkId: link.id });
    assert.deepEqual(await linksOf(owner, 'STORY-1'), []);
    assert.equal((await owner.refused('link.remove', { linkId: link.id })).code, 'not_found');
    assert.equal((await owner.refused('link.add', { fromId: 'STORY-1', toId: 'sto_none', kind: 'blocks' })).code, 'not_found');
    assert.equal(
      (await owner.refused('link.add', { fromId: 'STORY-1', toId: task.id, kind: 'splitFrom' })).code,
      'invalid_input',
    );
  });
});

test('of all who would close a ring at the same moment one is refused, with the ring in words', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory } = await makeTestWorkspace(database);
    const ids = [await readyStory('One'), await readyStory('Two'), await readyStory('Three')];
    const answers = await Promise.allSettled(
      ids.map(
        async (fromId, index) => await owner.call('link.add', { fromId, toId: ids[(index + 1) % 3] ?? '', kind: 'blocks' }),
      ),
    );
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    assert.equal(refusals.length, 1);
    assert.match(refusals[0] ?? '', /cannot block .*: STORY-\d, which blocks STORY-\d, which blocks STORY-\d/);
  });
});

test('what others link to is not unmade beneath them', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, team } = await makeTestWorkspace(database);
    await readyStory('Waits');
    const made = await owner.callSeq('task.create', { teamId: team.id, title: 'Renew it', why: 'It ends' });
    const { seq } = await owner.callSeq('link.add', { fromId: 'STORY-1', toId: 'TASK-1', kind: 'relates' });
    assert.equal((await owner.refused('change.undo', { seq: made.seq })).code, 'changed_since');
    await owner.call('change.undo', { seq });
    await owner.call('change.undo', { seq: made.seq });
    assert.equal((await owner.refused('task.get', { itemId: 'TASK-1' })).code, 'not_found');
  });
});

test('a mention is found in texts, comments, criteria and questions, letter by letter, and never in oneself', async () => {
  await withTestDatabase(async (database) => {
    const { owner, readyStory, road } = await makeTestWorkspace(database);
    const ids = [await readyStory('Meant'), await readyStory('Speaks')];
    const [meant = '', speaks = ''] = ids;
    const write = async (subjectId: string, field: 'problem' | 'approach', text: string) => {
      const { seq } = await owner.call('text.get', { subjectId, field });
      await owner.call('text.edit', { subjectId, field, baseSeq: seq, text });
    };
    const later = () => {
      road.now = new Date(Date.parse(road.now) + 60_000).toISOString();
    };
    await write(meant, 'problem', 'STORY-1 says itself');
    await write(
      speaks,
      'problem',
      `${'Much is said before. '.repeat(10)}As in STORY-1,\nthe list is slow. ${'More. '.repeat(30)}`,
    );
    later();
    await write(speaks, 'approach', 'STORY-12, MYSTORY-1 and story 1 are others');
    const comment = await owner.call('comment.add', { subjectId: speaks, text: 'see story-1' });
    later();
    await owner.call('criterion.add', { itemId: speaks, text: 'As STORY-1 says' });
    later();
    await owner.call('question.ask', { itemId: speaks, text: 'Is STORY-1 enough?' });
    const mentions = async () => (await owner.call('mention.list', { subjectId: 'STORY-1' })).items;
    assert.deepEqual(
      (await mentions()).map((one) => [one.in, one.handle]),
      ['question', 'criterion', 'comment', 'problem'].map((place) => [place, 'STORY-2']),
    );
    const [, , , inProblem] = await mentions();
    assert.match(inProblem?.excerpt ?? '', /^…\w.*As in STORY-1, the list is slow\..*…$/);
    assert.ok((inProblem?.excerpt.length ?? 0) < 180);

    const first = await owner.call('mention.list', { subjectId: meant, limit: 3 });
    const rest = await owner.call('mention.list', { subjectId: meant, limit: 3, after: first.next ?? '' });
    assert.deepEqual([first.items.length, rest.items.map((one) => one.in), rest.next], [3, ['problem'], null]);
    await owner.call('comment.remove', { commentId: comment.id });
    assert.equal((await mentions()).length, 3);
    assert.equal((await owner.refused('mention.list', { subjectId: 'STORY-9' })).code, 'not_found');
  });
});
