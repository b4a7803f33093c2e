import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfValues, valuesOfText } from './values-text.ts';

test('values are typed with commas or lines, each once', () => {
  assert.deepEqual(valuesOfText('pro, team,\n team\nnew york ,', []), ['pro', 'team', 'new york']);
  assert.deepEqual(valuesOfText(' , \n', []), []);
});

test('what is written is read back as itself, commas, quotes and types too', () => {
  const values = ['a, b', 'say "hi"', '', ' edge ', 'plain', 5, true];
  assert.deepEqual(valuesOfText(textOfValues(values), values), values);
});
