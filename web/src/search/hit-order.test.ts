import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOneOrder } from './hit-order.ts';
import type { Hit } from './local-texts.ts';

const hit = (title: string, parts: Partial<Hit> = {}): Hit => ({
  type: 'task',
  id: title,
  handle: 'TASK-1',
  title,
  excerpt: '',
  standing: 'open',
  note: null,
  ...parts,
});
const titles = (here: readonly Hit[], there: readonly Hit[], query: string, held: readonly string[] = []) =>
  inOneOrder(here, there, query, [], held).map(({ title }) => title);

test('what the server adds stands where its name puts it, and what has the handle that was typed stands first', () => {
  const here = [hit('Tidy the berths'), hit('Untidy berths')];
  assert.deepEqual(titles(here, [hit('Tidy up'), here[1] ?? hit('')], 'tidy'), ['Tidy up', 'Tidy the berths', 'Untidy berths']);
  const named = hit('An old thing', { handle: 'TASK-3' });
  assert.deepEqual(titles(here, [named], 'task-3')[0], 'An old thing');
});

test('where names do not tell, a text stands behind what the server puts before it; it is not named by its item', () => {
  const here = [hit('Berths', { id: 'c1', type: 'criterion', handle: 'STORY-1 AC-1' }), hit('Piers')];
  const text = hit('Tidy the gate', { type: 'text', handle: 'STORY-2' });
  assert.deepEqual(titles(here, [here[0] ?? text, text], 'tidy'), ['Berths', 'Tidy the gate', 'Piers']);
  assert.deepEqual(titles(here, [text], 'story-2').at(-1), 'Piers');
});

test('what is held stays first', () => {
  const here = [hit('Tidy the berths'), hit('Untidy berths')];
  assert.deepEqual(titles(here, [hit('Tidy up')], 'tidy', ['Tidy the berths', 'gone']), [
    'Tidy the berths',
    'Tidy up',
    'Untidy berths',
  ]);
});
