import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEntries, type ListEntries, type ListEntry } from './list-entries.ts';
import { rowsBetween, toggled } from './list-selection.ts';

const items = [
  { id: 'a', step: 'Building' },
  { id: 'b', step: 'Building' },
  { id: 'c', step: 'Committed' },
];

function entriesOf<T>(entries: ListEntries<T>): ListEntry<T>[] {
  return Array.from({ length: entries.count }, (_, place) => entries.at(place)).flatMap((entry) => entry ?? []);
}

test('a heading with its count stands wherever the section changes', () => {
  const entries = listEntries(
    items,
    ({ id }) => id,
    ({ step }) => step,
  );
  assert.deepEqual(
    entriesOf(entries).map((entry) => (entry.kind === 'heading' ? `${entry.name} ${entry.count}` : `${entry.id} ${entry.index}`)),
    ['Building 2', 'a 0', 'b 1', 'Committed 1', 'c 2'],
  );
  assert.deepEqual(
    entriesOf(entries).map((_, place) => entries.isHeading(place)),
    [true, false, false, true, false],
  );
  assert.deepEqual(
    items.map((_, index) => entries.placeOf(index)),
    [1, 2, 4],
  );
});

test('a list without sections has only its rows', () => {
  const entries = listEntries(items, ({ id }) => id, undefined);
  assert.deepEqual(
    entriesOf(entries).map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  assert.equal(entries.at(3), undefined);
  assert.equal(entries.at(-1), undefined);
});

test('rows between two places are the same in either direction and include both', () => {
  const ids = ['a', 'b', 'c', 'd'];
  assert.deepEqual(rowsBetween(ids, 1, 3), ['b', 'c', 'd']);
  assert.deepEqual(rowsBetween(ids, 3, 1), ['b', 'c', 'd']);
  assert.deepEqual(rowsBetween(ids, -1, 0), ['a']);
});

test('toggling adds or takes out one id and leaves the set it was given', () => {
  const selected = new Set(['a']);
  assert.deepEqual([...toggled(selected, 'b')], ['a', 'b']);
  assert.deepEqual([...toggled(selected, 'a')], []);
  assert.deepEqual([...selected], ['a']);
});
