import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { runOperation } from '../run-operation.ts';
import { makeTestWorkspace, type TestMember, type TestWorkspace } from '../test/test-workspace.ts';

async function withSearch(body: (workspace: TestWorkspace) => Promise<void>): Promise<void> {
  await withTestDatabase(async (database) => await body(await makeTestWorkspace(database)));
}

const foundBy = async (member: TestMember, query: string, more: object = {}) =>
  (await member.call('search.find', { query, ...more })).items.map(({ type, handle }) => `${type} ${handle}`);

test('words are found in ideas, stories, tasks, criteria, long texts and evidence, each leading to what it belongs to', async () => {
  await withSearch(async ({ owner, team, readyStory }) => {
    const idea = await owner.call('idea.capture', { problem: 'Guests lose the ferry', context: 'every Saturday' });
    await owner.call('evidence.add', { subjectId: idea.id, text: 'We missed the zeppelin twice', author: 'Ada Quay' });
    const storyId = await readyStory('The harbour knows each quarterdeck');
    await owner.call('criterion.add', { itemId: storyId, text: 'A lantern shows the berth' });
    await owner.call('text.edit', {
      subjectId: storyId,
      field: 'problem',
      baseSeq: 0,
      text: 'Long story of a **windlassBrake**',
    });
    const task = await owner.call('task.create', { teamId: team.id, title: 'Renew the certificate', why: 'It ends in May' });
    assert.deepEqual(await foundBy(owner, 'ferry saturday'), [`idea ${idea.handle}`]);
    assert.deepEqual(await foundBy(owner, 'zeppelin'), [`evidence ${idea.handle}`]);
    assert.deepEqual(await foundBy(owner, 'ada quay'), [`evidence ${idea.handle}`]);
    assert.deepEqual(await foundBy(owner, 'quarterdecks', { types: ['story'] }), ['story STORY-1']);
    assert.deepEqual(await foundBy(owner, 'LANTERN'), ['criterion STORY-1 AC-2']);
    assert.deepEqual(await foundBy(owner, 'brake'), ['text STORY-1']);
    assert.deepEqual(await foundBy(owner, 'certific'), [`task ${task.handle}`]);
    assert.deepEqual(await foundBy(owner, 'ferry', { types: ['story', 'task'] }), []);
  });
});

test('a rejected idea is found by the reason it was given, and tells it', async () => {
  await withSearch(async ({ owner }) => {
    const idea = await owner.call('idea.capture', { problem: 'A mooring robot' });
    const review = await owner.call('review.start', { ideaIds: [idea.id] });
    const decision = { kind: 'reject', reason: 'not_our_direction', sentence: 'Robots rust in salt water' } as const;
    await owner.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
    const { items } = await owner.call('search.find', { query: 'rust' });
    assert.deepEqual(
      items.map(({ handle, standing, note }) => ({ handle, standing, note })),
      [{ handle: idea.handle, standing: 'rejected', note: 'Robots rust in salt water' }],
    );
    const similar = await owner.call('idea.similar', {
      text: 'Could a robot of some kind do the mooring of small boats in salt water this summer, instead of us',
    });
    assert.equal(similar.items[0]?.handle, idea.handle);
    assert.deepEqual(similar.items[0].shared.length, 3);
  });
});

test('a word that is still being typed is found', async () => {
  await withSearch(async ({ owner }) => {
    await owner.call('idea.capture', { problem: 'The calendar forgets a booking' });
    for (const query of ['calen', 'calendars', 'booking cal'])
      assert.deepEqual(await foundBy(owner, query), ['idea IDEA-1'], query);
    assert.deepEqual(await foundBy(owner, 'calypso'), []);
  });
});

test('suggesters find their own ideas only, and nothing of what became of others', async () => {
  await withSearch(async ({ owner, join, readyStory }) => {
    const sam = await join('suggester', 'Sam Suggester');
    await owner.call('idea.capture', { problem: 'The ferry of somebody else is late today' });
    const own = await sam.call('idea.capture', { problem: 'My ferry is late' });
    await owner.call('evidence.add', { subjectId: own.id, text: 'ferry ferry ferry' });
    await readyStory('Ferry times on a screen');
    assert.deepEqual(await foundBy(sam, 'ferry'), [`idea ${own.handle}`]);
    assert.deepEqual(await foundBy(sam, 'fery'), [`idea ${own.handle}`]);
    assert.deepEqual(await foundBy(sam, 'ferry', { types: ['story', 'evidence'] }), []);
    const similar = await sam.call('idea.similar', { text: 'the ferry is late today again' });
    assert.deepEqual(
      similar.items.map(({ handle }) => handle),
      [own.handle],
    );
  });
});

test('a handle finds what it names first, in any letters and however it ended, and then what speaks of it', async () => {
  await withSearch(async ({ owner, team, readyStory }) => {
    const itemId = await readyStory('Rooms are found');
    const speaking = await owner.call('idea.capture', { problem: 'IDEA-1 and STORY-1 and TASK-1 ask for the same' });
    const task = await owner.call('task.create', { teamId: team.id, title: 'Renew the certificate', why: 'It ends in May' });
    const dropped = { reason: 'other', sentence: 'Nobody asks' } as const;
    await owner.call('backlog.drop', { itemId: task.id, ...dropped });
    const speaks = `idea ${speaking.handle}`;
    for (const [query, named] of [
      ['STORY-1', 'story STORY-1'],
      [' story-1 ', 'story STORY-1'],
      ['Task-1', 'task TASK-1'],
      ['idea-1', 'idea IDEA-1'],
    ] as const)
      assert.deepEqual(await foundBy(owner, query), [named, speaks], query);
    assert.deepEqual(await foundBy(owner, 'IDEA-2'), [speaks]);
    await owner.call('story.edit', { itemId, need: 'find STORY-1 alone' });
    assert.deepEqual(await foundBy(owner, 'STORY-1'), ['story STORY-1', speaks], 'it is not found twice');
    const { items, next } = await owner.call('search.find', { query: 'task-1', limit: 1 });
    assert.deepEqual(items[0], {
      ...items[0],
      handle: 'TASK-1',
      title: 'Renew the certificate',
      standing: 'dropped',
      note: 'Nobody asks',
    });
    assert.deepEqual(await foundBy(owner, 'task-1', { after: next }), [speaks], 'and not on the next page');
  });
});

test('a handle that names nothing, something of another kind or more than itself finds by its words alone', async () => {
  await withSearch(async ({ owner, readyStory }) => {
    await readyStory('Rooms are found');
    for (const query of ['STORY-2', 'STORY-10', 'STORY-01', 'STORY1', 'TASK-1', 'STORY-1 IDEA-1', 'AC-1'])
      assert.deepEqual(await foundBy(owner, query), [], query);
    assert.deepEqual(await foundBy(owner, 'STORY-1', { types: ['idea', 'task', 'criterion'] }), []);
    assert.deepEqual(await foundBy(owner, 'STORY-1', { types: ['story'] }), ['story STORY-1']);
  });
});

test('suggesters find by a handle what is their own, and nothing else', async () => {
  await withSearch(async ({ owner, join, readyStory }) => {
    const sam = await join('suggester', 'Sam Suggester');
    await readyStory('Rooms are found');
    const own = await sam.call('idea.capture', { problem: 'My ferry is late' });
    assert.deepEqual(await foundBy(sam, own.handle), [`idea ${own.handle}`]);
    assert.deepEqual(await foundBy(sam, 'IDEA-1'), []);
    assert.deepEqual(await foundBy(sam, 'STORY-1'), []);
    assert.deepEqual(await foundBy(owner, own.handle), [`idea ${own.handle}`]);
  });
});

test('pages follow one another without a gap, and a foreign cursor begins anew', async () => {
  await withSearch(async ({ owner }) => {
    for (let number = 0; number < 7; number += 1) await owner.call('idea.capture', { problem: `Berth ${number} is taken` });
    const first = await owner.call('search.find', { query: 'berth', limit: 4 });
    assert.ok(first.next !== null);
    const second = await owner.call('search.find', { query: 'berth', limit: 4, after: first.next });
    assert.equal(second.next, null);
    assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 7);
    assert.equal((await owner.call('search.find', { query: 'berth', limit: 4, after: '%%%' })).items.length, 4);
  });
});

test('what is no query is refused by name', async () => {
  await withSearch(async ({ owner }) => {
    for (const [input, path] of [
      [{}, 'query'],
      [{ query: '   ' }, 'query'],
      [{ query: 'x'.repeat(201) }, 'query'],
      [{ query: 'x', types: [] }, 'types'],
      [{ query: 'x', types: ['secret'] }, 'types.0'],
      [{ query: 'x', limit: 101 }, 'limit'],
    ] as const) {
      const refused = await owner.refused('search.find', input);
      assert.equal(refused.code, 'invalid_input');
      assert.equal(refused.errors?.[0]?.path, path);
    }
    assert.equal((await owner.refused('idea.similar', { text: '' })).errors?.[0]?.path, 'text');
    assert.deepEqual(await foundBy(owner, '!!! ??? :*'), []);
  });
});

test('whatever is typed, search answers', async () => {
  await withSearch(async ({ owner, road }) => {
    await owner.call('idea.capture', { problem: 'The calendar & the | ferry: it’s <b>bold</b>' });
    const cases = process.env['SHORTLIST_SOAK'] === '1' ? 20_000 : 100;
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[a-z&|!:*'()<> -]{1,30}$/));
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        for (const [name, input] of [
          ['search.find', { query: text }],
          ['idea.similar', { text: `the calendar ferry bold ${text}`.slice(0, 2000) }],
        ] as const) {
          const answer = await runOperation(road, owner.caller, name, input);
          if (isRefusal(answer)) assert.equal(answer.code, 'invalid_input', JSON.stringify(answer));
        }
      }),
      { numRuns: cases },
    );
  });
});
