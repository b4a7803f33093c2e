import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matcherOf } from './matches-text.ts';

test('a filter finds every typed word, in any order, whatever the case and the accents', () => {
  const matches = matcherOf('  NORD café ');
  assert.equal(matches('IDEA-3 Cafe in the north of Nordfrakt'), true);
  assert.equal(matches('IDEA-3 Café in the south'), false);
});

test('an empty filter matches everything', () => {
  assert.equal(matcherOf(' ')(''), true);
});
