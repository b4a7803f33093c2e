import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText, rank, type Findable } from './palette-rank.ts';

const find = (name: string, more: Partial<Findable<string>> = {}): Findable<string> => ({
  entry: name,
  id: name,
  handle: '',
  name: foldText(name),
  words: '',
  isLoose: false,
  ...more,
});
const names = (all: readonly Findable<string>[], typed: string, recent: readonly string[] = []) =>
  rank(all, typed, recent, 10).map(({ entry }) => entry);

test('a handle comes first, then the beginning of a name, then of a word, then the middle of one', () => {
  const all = [find('Unsized boats'), find('Boat size'), find('Size…'), find('Berths', { handle: 'size' })];
  assert.deepEqual(names(all, 'size'), ['Berths', 'Size…', 'Boat size', 'Unsized boats']);
});

test('every typed word must be found, in any order and without accents', () => {
  const all = [find('Über den Steg'), find('Steg am Abend')];
  assert.deepEqual(names(all, 'steg uber'), ['Über den Steg']);
  assert.deepEqual(names(all, 'steg boot'), []);
});

test('other words find a command, and so do some of its letters', () => {
  const all = [find('Give up…', { words: 'reject delete', isLoose: true }), find('Guvp')];
  assert.deepEqual(names(all, 'reject'), ['Give up…']);
  assert.deepEqual(names([find('Assign to me', { isLoose: true })], 'atm'), ['Assign to me']);
  assert.deepEqual(names([find('Assign to me')], 'atm'), []);
});

test('what was used lately comes before its equals, and not before what is plainly meant', () => {
  const all = [find('Move up'), find('Move on'), find('Remove')];
  assert.deepEqual(names(all, 'move', ['Move on']), ['Move on', 'Move up', 'Remove']);
  assert.deepEqual(names(all, 'move up', ['Remove', 'Move on']), ['Move up']);
  assert.equal(names(all, 'mov', ['Remove'])[0], 'Move up');
});

test('nothing typed finds all, the last used first', () => {
  assert.deepEqual(names([find('A'), find('B')], '', ['B']), ['B', 'A']);
});
