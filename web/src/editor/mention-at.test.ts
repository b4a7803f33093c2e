import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionAt, peopleFor } from './mention-at.ts';

test('a name is being typed after an @ that begins a word, for two words at most', () => {
  assert.deepEqual(mentionAt('Ask @mi', 7), { start: 4, typed: 'mi' });
  assert.deepEqual(mentionAt('@', 1), { start: 0, typed: '' });
  assert.deepEqual(mentionAt('(@Mira K', 8), { start: 1, typed: 'Mira K' });
  for (const text of ['mail x@mi', '@Mira Kay is', 'nobody', '@ ']) {
    const at = mentionAt(text, text.length);
    assert.ok(at === null || at.typed.trim() === '', text);
  }
  assert.equal(mentionAt('@mi later', 9)?.typed, 'mi later');
  assert.deepEqual(mentionAt('@mira and more', 3), { start: 0, typed: 'mi' });
});

test('people are found by the beginning of any of their names', () => {
  const people = ['Tomas Lind', 'Ann Lee', 'Mira Kay', 'Lina'].map((name) => ({ name }));
  assert.deepEqual(
    peopleFor(people, 'l').map(({ name }) => name),
    ['Ann Lee', 'Lina', 'Tomas Lind'],
  );
  assert.deepEqual(
    peopleFor(people, 'mira k').map(({ name }) => name),
    ['Mira Kay'],
  );
  assert.deepEqual(peopleFor(people, 'zz'), []);
});
