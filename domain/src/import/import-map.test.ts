import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.ts';
import { importBatches } from './import-batches.ts';
import { aRecord } from './import-examples.ts';
import { contextOf, mapRecord } from './import-map.ts';

const comment = {
  externalId: 'acme/kettle#1/issuecomment-7',
  author: 'tom',
  body: 'Mine too',
  createdAt: '2026-01-06T08:00:00.000Z',
};
const closedAt = '2026-02-01T00:00:00.000Z';

test('an open issue becomes an idea with its link, its body and its comments as evidence', () => {
  const thing = mapRecord(aRecord({ comments: [comment, { ...comment, externalId: 'x', body: ' \n' }] }), 'idea');
  const { fingerprint: _, ...idea } = thing.item;
  assert.deepEqual(idea, {
    kind: 'idea',
    source: 'github',
    externalId: 'acme/kettle#1',
    problem: 'The kettle whistles at night 1',
    context: 'It wakes the whole house.',
    capturedAt: '2026-01-05T08:00:00.000Z',
  });
  assert.equal(thing.suggester?.name, 'mira');
  assert.equal(thing.suggester.externalId, 'mira');
  assert.deepEqual(
    thing.evidence.map(({ externalId, text, url, author, saidAt }) => ({ externalId, text, url, author, saidAt })),
    [
      {
        externalId: 'acme/kettle#1/link',
        text: '',
        url: 'https://github.com/acme/kettle/issues/1',
        author: null,
        saidAt: '2026-01-05T08:00:00.000Z',
      },
      {
        externalId: 'acme/kettle#1/body',
        text: 'It wakes the whole house.',
        url: 'https://github.com/acme/kettle/issues/1',
        author: 'mira',
        saidAt: '2026-01-05T08:00:00.000Z',
      },
      { externalId: comment.externalId, text: 'Mine too', url: null, author: 'tom', saidAt: comment.createdAt },
    ],
  );
});

test('where the body says nothing the labels are the context, else there is none', () => {
  assert.equal(contextOf({ body: '```\ncode\n```', labels: ['noise', 'kitchen'] }), 'noise, kitchen');
  assert.equal(contextOf({ body: '', labels: [] }), null);
  assert.ok((contextOf({ body: '', labels: Array.from({ length: 50 }, (_, i) => `label ${i}`) }) ?? '').length <= 280);
});

test('a closed issue becomes a finished task with its times, no start and only the link', () => {
  const record = aRecord({ closedAt, comments: [comment] });
  const done = mapRecord(record, 'done');
  assert.ok(done.item.kind === 'task');
  assert.deepEqual([done.item.createdAt, done.item.doneAt, done.item.droppedAt], [record.createdAt, closedAt, null]);
  assert.deepEqual(
    done.evidence.map((evidence) => evidence.externalId),
    ['acme/kettle#1/link'],
  );
  const dropped = mapRecord({ ...record, state: 'wont_do' }, 'wont_do');
  assert.ok(dropped.item.kind === 'task');
  assert.deepEqual([dropped.item.doneAt, dropped.item.droppedAt], [null, closedAt]);
});

test('what is in flight or next becomes an unfinished task that is ready, with all its evidence', () => {
  for (const pile of ['in_flight', 'next'] as const) {
    const thing = mapRecord(aRecord({ body: '' }), pile);
    assert.ok(thing.item.kind === 'task');
    assert.deepEqual([thing.item.why, thing.item.doneAt, thing.item.droppedAt], ['Issue acme/kettle#1', null, null]);
    assert.equal(mapRecord(aRecord({ comments: [comment] }), pile).evidence.length, 3);
  }
});

test('evidence may only be removed where the file surely has all texts', () => {
  const isComplete = (parts: Parameters<typeof aRecord>[0]) => mapRecord(aRecord(parts), 'idea').evidenceIsComplete;
  const hundred = Array.from({ length: 100 }, (_, i) => ({ ...comment, externalId: `c${i}` }));
  assert.equal(isComplete({ comments: [comment] }), true);
  assert.equal(isComplete({ comments: null, commentCount: 0 }), false);
  assert.equal(isComplete({ comments: [comment], commentCount: 2 }), false);
  assert.equal(isComplete({ comments: hundred }), false);
  assert.equal(mapRecord(aRecord({ closedAt }), 'done').evidenceIsComplete, false);
});

test('a second run is unchanged, also when the other shape of file tells no comments', () => {
  const first = mapRecord(aRecord({ comments: [comment] }), 'idea');
  const second = mapRecord(aRecord({ comments: null, commentCount: 1, updatedAt: '2026-03-01T00:00:00.000Z' }), 'idea');
  assert.equal(first.item.fingerprint, second.item.fingerprint);
  assert.deepEqual(second.evidence, first.evidence.slice(0, 2));
  assert.equal(first.suggester?.fingerprint, second.suggester?.fingerprint);
});

test('an edit changes the fingerprint of what was edited and of nothing else', () => {
  const prints = (parts: Parameters<typeof aRecord>[0]) => {
    const { item, evidence } = mapRecord(aRecord({ comments: [comment], ...parts }), 'idea');
    return [item, ...evidence].map((one) => one.fingerprint);
  };
  const before = prints({});
  const changed = (parts: Parameters<typeof aRecord>[0]) => prints(parts).map((print, i) => print !== before[i]);
  assert.deepEqual(changed({ title: 'It sings' }), [true, false, false, false]);
  assert.deepEqual(changed({ body: 'It wakes the whole house. And the cat.' }), [false, false, true, false]);
  assert.deepEqual(changed({ body: 'It wakes us.' }), [true, false, true, false]);
  assert.deepEqual(changed({ comments: [{ ...comment, body: 'Mine as well' }] }), [false, false, false, true]);
});

test('a task’s fingerprint tells when it was finished or dropped', () => {
  const record = aRecord({ closedAt });
  const prints = (['in_flight', 'done', 'wont_do'] as const).map((pile) => mapRecord(record, pile).item.fingerprint);
  assert.equal(new Set(prints).size, 3);
});

test('a fingerprint is sixteen digits and keeps the borders between values', () => {
  assert.match(fingerprint(['']), /^[0-9a-f]{16}$/);
  assert.equal(fingerprint(['a', null]), fingerprint(['a', null]));
  const values = fc.array(fc.option(fc.string()), { maxLength: 4 });
  fc.assert(
    fc.property(values, values, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      assert.equal(fingerprint(one) === fingerprint(other), isSame);
    }),
  );
  assert.notEqual(fingerprint(['ab', 'c']), fingerprint(['a', 'bc']));
});

test('batches keep the order and stay below both bounds', () => {
  const records = Array.from({ length: 450 }, (_, i) => aRecord({ number: i + 1 }));
  assert.deepEqual(
    importBatches(records, 1_000_000).map((batch) => batch.length),
    [200, 200, 50],
  );
  const long = [aRecord({ body: 'x'.repeat(5_000) }), aRecord({ number: 2 }), aRecord({ number: 3 })];
  assert.deepEqual(
    importBatches(long, 2_000).map((batch) => batch.map((record) => record.number)),
    [[1], [2, 3]],
  );
  assert.deepEqual(importBatches([], 2_000), []);
});
