import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aRecord } from './import-examples.ts';
import { importPiles, sortIntoPiles } from './import-piles.ts';
import type { PileChoice } from './import-operations.ts';

const closedAt = '2026-02-01T00:00:00.000Z';

function choose(next: number[] = [], inFlight: Partial<PileChoice['inFlight']> = {}): PileChoice {
  return { inFlight: { numbers: [], labels: [], assignees: [], ...inFlight }, next };
}

function pilesOf(sorted: ReturnType<typeof sortIntoPiles>): Record<number, string> {
  return Object.fromEntries(sorted.sorted.map(({ record, pile }) => [record.number, pile]));
}

test('without a choice open issues become ideas and closed ones history', () => {
  const records = [aRecord(), aRecord({ number: 2, closedAt }), aRecord({ number: 3, closedAt, state: 'wont_do' })];
  const sorted = sortIntoPiles(records, choose(), 10);
  assert.deepEqual(pilesOf(sorted), { 1: 'idea', 2: 'done', 3: 'wont_do' });
  assert.deepEqual(sorted.counts, { in_flight: 0, next: 0, idea: 1, done: 1, wont_do: 1 });
});

test('in flight is chosen by number, label or assignee, whatever the case', () => {
  const records = [
    aRecord(),
    aRecord({ number: 2, labels: ['Doing', 'noise'] }),
    aRecord({ number: 3, assignees: ['Mira'] }),
    aRecord({ number: 4, labels: ['doing-later'] }),
  ];
  const sorted = sortIntoPiles(records, choose([], { numbers: [1], labels: ['doing', 'absent'], assignees: ['mira', 'tom'] }), 0);
  assert.deepEqual(pilesOf(sorted), { 1: 'in_flight', 2: 'in_flight', 3: 'in_flight', 4: 'idea' });
  assert.deepEqual(sorted.unmatched, [
    'in flight: no open issue is labelled absent',
    'in flight: no open issue is assigned to tom',
  ]);
  assert.deepEqual(sorted.problems, []);
});

test('next fills the room that what is in flight leaves, in the order of wanting; the others become ideas', () => {
  const records = [1, 2, 3, 4, 5].map((number) => aRecord({ number }));
  const sorted = sortIntoPiles(records, choose([4, 2, 1], { numbers: [5] }), 3);
  assert.deepEqual(pilesOf(sorted), { 1: 'idea', 2: 'next', 3: 'idea', 4: 'next', 5: 'in_flight' });
  assert.deepEqual(sorted.next, ['acme/kettle#4', 'acme/kettle#2']);
  assert.deepEqual(sorted.notes, [
    { externalId: 'acme/kettle#1', note: 'there is no room for it among next (2 places), so it becomes an idea' },
  ]);
});

test('more in flight than the window holds leaves no room for next', () => {
  const records = [1, 2, 3].map((number) => aRecord({ number }));
  const sorted = sortIntoPiles(records, choose([3], { numbers: [1, 2] }), 1);
  assert.deepEqual(pilesOf(sorted), { 1: 'in_flight', 2: 'in_flight', 3: 'idea' });
});

test('a closed issue never opens a pile, and it is said of those named by number', () => {
  const records = [aRecord({ closedAt, labels: ['doing'] }), aRecord({ number: 2, closedAt, state: 'wont_do' })];
  const sorted = sortIntoPiles(records, choose([2], { numbers: [1], labels: ['doing'] }), 10);
  assert.deepEqual(pilesOf(sorted), { 1: 'done', 2: 'wont_do' });
  assert.deepEqual(sorted.notes, [
    { externalId: 'acme/kettle#1', note: 'it is closed, so it is history and not in flight' },
    { externalId: 'acme/kettle#2', note: 'it is closed, so it is history and not next' },
  ]);
});

test('a number named for both piles is in flight', () => {
  const sorted = sortIntoPiles([aRecord()], choose([1], { numbers: [1] }), 10);
  assert.deepEqual(pilesOf(sorted), { 1: 'in_flight' });
  assert.match(sorted.notes[0]?.note ?? '', /in flight/);
});

test('numbers that name nothing, or issues of two repositories, are problems', () => {
  const records = [aRecord(), aRecord({ externalId: 'acme/pot#1' })];
  assert.deepEqual(sortIntoPiles(records, choose([7, 7], { numbers: [1] }), 10).problems, [
    'in flight: 1 is both acme/kettle#1 and acme/pot#1; import one repository at a time',
    'next: the file has no issue 7',
  ]);
});

test('every record is in one pile, the counts add up, and next never exceeds the room', () => {
  const record = fc.record({ number: fc.integer({ min: 1, max: 15 }), closed: fc.boolean(), label: fc.constantFrom('a', 'b') });
  const numbers = fc.array(fc.integer({ min: 1, max: 18 }), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.uniqueArray(record, { selector: ({ number }) => number }),
      fc.record({ numbers, next: numbers, labels: fc.subarray(['a', 'b', 'c']) }),
      fc.integer({ min: -3, max: 10 }),
      (issues, { numbers: inFlight, next, labels }, room) => {
        const records = issues.map(({ number, closed, label }) =>
          aRecord({ number, labels: [label], ...(closed ? { closedAt, state: 'done' } : {}) }),
        );
        const sorted = sortIntoPiles(records, choose(next, { numbers: inFlight, labels }), room);
        assert.deepEqual(
          sorted.sorted.map((one) => one.record),
          records,
        );
        for (const pile of importPiles) {
          assert.equal(sorted.counts[pile], sorted.sorted.filter((one) => one.pile === pile).length);
        }
        assert.equal(sorted.counts.next, sorted.next.length);
        assert.ok(sorted.counts.next === 0 || sorted.counts.next + sorted.counts.in_flight <= room);
        for (const one of sorted.sorted) assert.equal(one.pile === 'done', one.record.state === 'done');
      },
    ),
  );
});
