import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAtWord, cutText, storableLine, storableText } from './imported-text.ts';

test('a text is cut only when it is too long, and never within a character', () => {
  assert.deepEqual(storableText('kettle', 6), { text: 'kettle', cut: false });
  assert.deepEqual(storableText('kettles', 6), { text: 'kettl…', cut: true });
  assert.deepEqual(storableLine(' a\r\n\tb\u0007 ', 3), { text: 'a b', cut: false });
  assert.deepEqual(storableLine('a b c', 4), { text: 'a b…', cut: true });
  assert.equal(cutText('ab😀cd', 4), 'ab…');
  assert.equal(cutText('abcd', 4), 'abcd');
  assert.equal(cutText('ab  cd', 5), 'ab…');
});

test('a sentence is cut at the last space that leaves at least half of it', () => {
  assert.equal(cutAtWord('one two', 7), 'one two');
  assert.equal(cutAtWord('four fi', 7), 'four fi');
  assert.equal(cutAtWord('one two, three', 10), 'one two…');
  assert.equal(cutAtWord('one two', 6), 'one t…');
  assert.equal(cutAtWord('four five', 6), 'four…');
  assert.equal(cutAtWord('sixsix x', 7), 'sixsix…');
  assert.equal(cutAtWord('sixsix x', 6), 'sixsi…');
});
