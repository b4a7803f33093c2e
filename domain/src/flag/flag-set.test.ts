import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, aRule, aSegment, aSet } from './flag-examples.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { applyDelta, emptySet, readSetText, setOf, textOfSet, writeSetText } from './flag-set.ts';

const noClock = (): number => 0;
const document = aSet(
  [
    aFlag({
      variants: { on: true, off: false },
      rules: [aRule([{ attribute: 'stadt', op: 'in', values: ['Köln', '東京'] }], undefined, { title: 'Städte "im Westen"\n' })],
    }),
    aFlag({ key: 'other' }),
  ],
  [aSegment()],
);

test('the text of a set is JSON, ASCII, with a line for each flag and segment, and says what the set says', () => {
  const text = writeSetText(document);
  assert.match(text, /^[\n\x20-\x7e]*$/);
  assert.equal(text.split('\n').length, 6);
  assert.deepEqual(JSON.parse(text), document);
  const set = readSetText(text, noClock);
  assert.deepEqual(
    [set.version, set.environment, [...set.flags.keys()], [...set.segments.keys()]],
    [1, 'production', ['checkout', 'other'], ['beta']],
  );
  assert.equal(evaluateFlag(set, 'checkout', { stadt: '東京' }).value, true);
});

test('a set is written down again as it came, whether or not its flags were asked', () => {
  const set = setOf(document, noClock);
  evaluateFlag(set, 'checkout', {});
  assert.equal(textOfSet(set), writeSetText(document));
  const none = aSet([]);
  assert.equal(textOfSet(readSetText(writeSetText(none), noClock)), writeSetText(none));
});

test('a set that was laid out in another way is read too', () => {
  const set = readSetText(JSON.stringify(document, null, 2), noClock);
  assert.equal(textOfSet(set), writeSetText(document));
});

test('what is no set is refused', () => {
  const cut = writeSetText(document).slice(0, -30);
  for (const text of ['', '[]', '{"version":1}', 'null', cut, '{"version":1,"environment":"x","flags":[],"segments":{}}'])
    assert.throws(() => readSetText(text, noClock), SyntaxError, text.slice(0, 40));
});

test('a delta changes, adds and removes, and follows on every version that it covers, but on none before', () => {
  const set = setOf(document, noClock);
  assert.equal(evaluateFlag(set, 'other', {}).value, false);
  const delta = {
    after: 1,
    version: 2,
    environment: 'production',
    flags: { other: aFlag({ key: 'other', fallthrough: { variant: 'on' } }), checkout: null, fresh: aFlag({ key: 'fresh' }) },
    segments: { beta: null },
  };
  assert.equal(applyDelta(set, { ...delta, environment: 'staging' }), false);
  assert.equal(applyDelta(set, delta), true);
  assert.deepEqual(
    [set.version, evaluateFlag(set, 'other', {}).value, [...set.flags.keys()], set.segments.size],
    [2, true, ['other', 'fresh'], 0],
  );
  const late = { ...delta, after: 1, version: 3, flags: { other: null } };
  assert.equal(applyDelta(set, { ...late, after: 3, version: 4 }), false);
  assert.deepEqual([applyDelta(set, late), set.version, [...set.flags.keys()]], [true, 3, ['fresh']]);
  assert.deepEqual([applyDelta(set, delta), set.version, [...set.flags.keys()]], [true, 3, ['fresh']]);
  assert.equal(emptySet('production', noClock).flags.size, 0);
});

test('keys of other scripts, with quotes and backslashes, come back as they were', () => {
  const keys = ['größe.😊_你好', 'a"b', 'a\\', 'a\\"b'];
  const set = setOf(aSet(keys.map((key) => aFlag({ key }))), noClock);
  assert.deepEqual([...set.flags.keys()], keys);
  assert.ok(keys.every((key) => evaluateFlag(set, key, {}).reason === 'STATIC'));
});

test('names that objects inherit are flags like any other', () => {
  const set = setOf(aSet([aFlag({ key: 'constructor', fallthrough: { variant: 'on' } })]), noClock);
  assert.equal(evaluateFlag(set, 'constructor', {}).value, true);
  for (const key of ['toString', '__proto__', 'hasOwnProperty'])
    assert.equal(evaluateFlag(set, key, {}).errorCode, 'FLAG_NOT_FOUND');
});
