/** Slips of the hand: whatever was written is meant by words that are nearly it, at once and ever after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aRecord } from '@shortlist/domain/import/import-examples.ts';
import { wordsOf } from '@shortlist/domain/search/search-words.ts';
import { sql } from 'kysely';
import { withTestDatabase } from '../db/test-database.ts';
import { makeTestWorkspace, type TestMember } from '../test/test-workspace.ts';
import { learnWords, wordsMeantBy } from './known-words.ts';

const foundBy = async (member: TestMember, query: string) =>
  (await member.call('search.find', { query })).items.map(({ type, handle }) => `${type} ${handle}`);

test('a slip of the hand is forgiven in what was just written, and when it was learned', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId } = await makeTestWorkspace(database);
    await owner.call('idea.capture', { problem: 'The calendar forgets a booking' });
    const finds = async () => {
      for (const query of ['calender', 'clendar', 'callendar', 'boking calendar', 'fogrets', 'fogrets calender'])
        assert.deepEqual(await foundBy(owner, query), ['idea IDEA-1'], query);
      for (const query of ['calypso', 'xalendar', 'cal', 'fogrets nothing'])
        assert.deepEqual(await foundBy(owner, query), query === 'cal' ? ['idea IDEA-1'] : [], query);
    };
    await finds();
    await learnWords(database.db, workspaceId);
    await finds();
  });
});

test('it is forgiven in every kind of text, and in why something was refused', async () => {
  await withTestDatabase(async (database) => {
    const { owner, team, workspaceId, readyStory } = await makeTestWorkspace(database);
    const idea = await owner.call('idea.capture', { problem: 'Guests lose the ferry', context: 'every Saturday' });
    await owner.call('evidence.add', { subjectId: idea.id, text: 'We missed the zeppelin twice' });
    const storyId = await readyStory('The harbour knows each quarterdeck');
    await owner.call('criterion.add', { itemId: storyId, text: 'A lantern shows the berth' });
    await owner.call('text.edit', { subjectId: storyId, field: 'problem', baseSeq: 0, text: 'Of a **windlassBrake**' });
    await owner.call('task.create', { teamId: team.id, title: 'Renew it', why: 'The certificate ends' });
    const review = await owner.call('review.start', { ideaIds: [idea.id] });
    const decision = { kind: 'reject', reason: 'not_our_direction', sentence: 'Robots rust here' } as const;
    await owner.call('review.decide', { reviewId: review.id, ideaId: idea.id, decision });
    await learnWords(database.db, workspaceId);
    for (const [query, found] of [
      ['saturdya', 'idea IDEA-1'],
      ['zepelin', 'evidence IDEA-1'],
      ['quartredeck', 'story STORY-1'],
      ['lantren', 'criterion STORY-1 AC-2'],
      ['windlass brkae', 'text STORY-1'],
      ['certifcate', 'task TASK-1'],
      ['robtos', 'idea IDEA-1'],
    ] as const)
      assert.equal((await foundBy(owner, query))[0], found, query);
  });
});

test('what is written no more is not found by a slip, and what was put in its place is', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId } = await makeTestWorkspace(database);
    const idea = await owner.call('idea.capture', { problem: 'The calendar is late' });
    await learnWords(database.db, workspaceId);
    await owner.call('idea.edit', { ideaId: idea.id, problem: 'The almanac is late' });
    assert.deepEqual(await foundBy(owner, 'calender'), []);
    assert.deepEqual(await foundBy(owner, 'amlanac'), ['idea IDEA-1']);
  });
});

test('words are learned once, from where reading ended, by several at once, and of one workspace alone', async () => {
  await withTestDatabase(async ({ db, ...database }) => {
    const { owner, workspaceId } = await makeTestWorkspace({ db, ...database });
    const learn = async () => await Promise.all([learnWords(db, workspaceId), learnWords(db, workspaceId)]);
    const known = async (word: string) => (await wordsMeantBy(db, workspaceId, [word])).get(word) ?? [];
    await owner.call('idea.capture', { problem: 'The harbour master, 2024x and a1b2c3' });
    await learn();
    await owner.call('idea.capture', { problem: 'The zeppelin' });
    await learn();
    await learn();
    const { rows } = await sql<{
      word: string;
    }>`select word from search_word where word in ('harbour', 'zeppelin', 'the')`.execute(db);
    assert.deepEqual(rows.map(({ word }) => word).toSorted(), ['harbour', 'zeppelin']);
    assert.deepEqual(await known('harbuor'), ['harbour']);
    assert.deepEqual(await known('2025x'), [], 'another figure is no slip');
    assert.equal((await wordsMeantBy(db, 'wsp_another', ['harbuor'])).size, 0);
  });
});

test('after a large import PostgreSQL knows how many rows there are', async () => {
  await withTestDatabase(async ({ db, ...database }) => {
    const { owner, team, workspaceId } = await makeTestWorkspace({ db, ...database });
    const rowsCounted = async () => {
      const { rows } = await sql<{
        counted: number;
      }>`select reltuples::integer as counted from pg_class where oid = 'idea'::regclass`.execute(db);
      return rows[0]?.counted;
    };
    const { id: importId } = await owner.call('import.start', {
      source: 'github',
      fileName: 'issues.json',
      teamId: team.id,
      total: 1_000,
    });
    const records = Array.from({ length: 1_000 }, (_, number) =>
      aRecord({ number: number + 1, externalId: `acme/site#${number + 1}` }),
    );
    for (let at = 0; at < records.length; at += 200)
      await owner.call('import.add', { importId, records: records.slice(at, at + 200) });
    assert.equal(await rowsCounted(), -1, 'never counted');
    await learnWords(db, workspaceId);
    assert.equal(await rowsCounted(), 1_000);
  });
});

test('the nearest words come first, and of many words only some are looked at', async () => {
  await withTestDatabase(async (database) => {
    const { owner, workspaceId } = await makeTestWorkspace(database);
    await owner.call('idea.capture', { problem: 'Consigned to the consignee, and consider the consigner' });
    await learnWords(database.db, workspaceId);
    const meant = await wordsMeantBy(database.db, workspaceId, [
      'consigneed',
      ...Array.from({ length: 60 }, (_, n) => `word${'x'.repeat(n)}`),
    ]);
    assert.deepEqual(meant.get('consigneed')?.slice(0, 2).toSorted(), ['consigned', 'consignee']);
    assert.equal(meant.get('consigneed')?.includes('consider'), false);
  });
});

test('PostgreSQL cuts a text into the words of the domain', async () => {
  await withTestDatabase(async ({ db }) => {
    const part = fc.stringMatching(/^[A-ZÄÖÜ]?[a-zäöüéñåß]{2,6}$/);
    const word = fc.oneof(fc.array(part, { minLength: 1, maxLength: 3 }), fc.stringMatching(/^[a-z]{2,5}\d{1,3}$/));
    const sign = fc.constantFrom(' ', '-', '.', ', ', '/', '_', '’', '(', '\n', ' & ', ':', '@');
    const text = fc.array(fc.tuple(word, sign), { maxLength: 12 }).map((parts) => parts.flat(2).join(''));
    await fc.assert(
      fc.asyncProperty(text, async (written) => {
        const { rows } = await sql<{
          words: readonly string[];
        }>`select tsvector_to_array(search_words(${written})) as words`.execute(db);
        const words = new Set(rows[0]?.words);
        for (const one of wordsOf(written)) assert.ok(words.has(one), `${one} of ${written}`);
      }),
      { numRuns: 300 },
    );
  });
});
