import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collaboratorChoices } from './collaborator-choices.ts';
import type { Item } from './item.ts';

// What the choice reads, and nothing else.
const anItem = (ownerId: string | null, ...collaboratorIds: readonly string[]) =>
  ({ ownerId, collaboratorIds }) as unknown as Item;

const people = [
  { id: 'ada', name: 'Ada Quay' },
  { id: 'bo', name: 'Bo Öst' },
  { id: 'cleo', name: 'Cleo Ek' },
];
const lines = (typed: string, items: readonly Item[], first: readonly string[] = []) =>
  collaboratorChoices(typed, items, people, (id) => (id === 'old' ? 'Olga Gone' : null), new Set(first)).map(
    ({ name, on, hint }) => [name, on, hint].filter((word) => word !== ''),
  );

test('says of each member whether they work on all, some or none of the items, and leaves out who owns them all', () => {
  assert.deepEqual(lines('', [anItem('ada', 'bo')]), [
    ['Bo Öst', 'all'],
    ['Cleo Ek', 'none'],
  ]);
  assert.deepEqual(lines('', [anItem('ada', 'bo', 'cleo'), anItem(null, 'cleo')]), [
    ['Ada Quay', 'none', 'owns some'],
    ['Bo Öst', 'some'],
    ['Cleo Ek', 'all'],
  ]);
});

test('who works on all but what they own works on all', () => {
  assert.deepEqual(lines('ada', [anItem('ada'), anItem(null, 'ada')]), [['Ada Quay', 'all', 'owns some']]);
});

test('finds by name without marks, keeps who was there on top, and shows who left so that they can be taken away', () => {
  assert.deepEqual(lines('ost', [anItem(null)]), [['Bo Öst', 'none']]);
  assert.deepEqual(lines('', [anItem(null, 'old')], ['cleo', 'old']), [
    ['Cleo Ek', 'none'],
    ['Olga Gone', 'all', 'no member any more'],
    ['Ada Quay', 'none'],
    ['Bo Öst', 'none'],
  ]);
});
