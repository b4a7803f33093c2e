import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSearch, textsOf, writeSearch } from './search-text.ts';

test('what was typed comes back from the address as it was typed, figures and signs too', () => {
  const names = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ minLength: 1 }), { noNullPrototype: true }), (search) => {
      assert.deepEqual(readSearch(writeSearch(search)), search);
    }),
  );
});

test('an empty filter leaves no trace in the address', () => {
  assert.equal(writeSearch({ q: '', open: undefined }), '');
  assert.equal(writeSearch({ q: '', open: 'STORY-3' }), '?open=STORY-3');
});

test('what is no text in a search is left out', () => {
  assert.deepEqual(textsOf({ q: '12', open: 3, sort: null }), { q: '12' });
});
