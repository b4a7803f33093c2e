import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { positionOfJsonFault } from './json-fault.ts';

test('the first character that cannot stand where it stands is found', () => {
  for (const [text, position] of [
    ['{"problem": nope}', 13],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['[1,2,,3]', 5],
    ['{"a":"b\nc"}', 7],
    ['{} {}', 3],
    ['x', 0],
    ['{"a":truE}', 8],
    ['{"a":01}', 6],
  ] as const) {
    assert.equal(positionOfJsonFault(text), position, text);
  }
});

test('a text that only ends too early is at fault at its end', () => {
  for (const text of ['', '{', '{"a"', '{"a":', '{"a":"b', '[1,', '{"a":1', '{"a":tr']) {
    assert.equal(positionOfJsonFault(text), text.length, text);
  }
});

test('any JSON with one character put in is at fault there or later, never before', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('§', '}', '"', ','), (json, place, strange) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + strange + json.slice(at);
      fc.pre(!isJson(text));
      const position = positionOfJsonFault(text);
      assert.ok(position !== null && position >= at && position <= text.length, `${text} ${position}`);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a very long text is not looked through', () => {
  assert.equal(positionOfJsonFault('x'.repeat(70_000)), null);
});
