import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext } from './query-examples.ts';
import { queryKeyNames } from './query-keys.ts';
import { suggestFor } from './query-suggest.ts';

/** The caret stands at the bar. */
function suggested(marked: string): readonly string[] {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, items } = suggestFor(text, caret, aContext());
  return items.map((item) => `${text.slice(0, from)}${item.text}${text.slice(to)}`);
}

test('where a word begins all keys are offered, and behind some letters those that begin so', () => {
  assert.equal(suggested('|').length, queryKeyNames.length);
  assert.equal(suggested('type:story |').length, queryKeyNames.length);
  assert.deepEqual(suggested('is:open st|'), ['is:open step:', 'is:open started:']);
  assert.deepEqual(suggested('-o|'), ['-owner:']);
  assert.deepEqual(suggested('ow|ner:me'), ['owner:me']);
});

test('behind the colon its words and names are offered, in place of what is typed of them', () => {
  assert.deepEqual(suggested('is:st|'), ['is:started ', 'is:stale ']);
  assert.deepEqual(suggested('is:stale,sl|'), ['is:stale,slow ']);
  assert.deepEqual(suggested('owner:li|'), ['owner:"Ana Lindqvist" ']);
  assert.deepEqual(suggested('owner:"Ana L|'), ['owner:"Ana Lindqvist" ']);
  assert.deepEqual(suggested('size:>x|').slice(0, 2), ['size:>XXS ', 'size:>XS ']);
  assert.deepEqual(suggested('team:core|'), ['team:CORE ']);
  assert.deepEqual(suggested('step:in| word'), ['step:"In review"  word']);
});

test('nothing is offered for what is whole, for words, or within quotes', () => {
  for (const text of ['is:stale|', 'berth|', '"is:st|', 'persona:x|', 'zebra:|']) assert.deepEqual(suggested(text), [], text);
});
