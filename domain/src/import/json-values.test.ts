import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonValues } from './json-values.ts';

function problem(text: string): string | null {
  const parsed = jsonValues(text);
  return parsed.ok ? null : parsed.problem;
}

test('values in a row and one a line are read in order', () => {
  assert.deepEqual(jsonValues('[1][2,"]["]\n{"a":{}} \r\n null "x" -1.5e3'), {
    ok: true,
    values: [[1], [2, ']['], { a: {} }, null, 'x', -1500],
  });
  assert.deepEqual(jsonValues(' '), { ok: true, values: [] });
});

test('a fault is told by line, column and what stands there', () => {
  assert.equal(
    problem('[\n  {"number": 1,\n   "title" "Kettle"}\n]'),
    'line 3, column 12: not JSON: a colon is missing, near "title" "Kettle"} ]',
  );
  assert.equal(problem('[\n\n\n\nx]'), 'line 5, column 1: not JSON: no JSON value, near x]');
  assert.equal(problem('[1, 2'), 'line 1, column 6: not JSON: the file ends in the middle, near [1, 2');
  assert.equal(problem('["a\nb"]'), 'line 1, column 4: not JSON: a text may not go over the end of the line, near ["a b"]');
});

test('each kind of fault has its own words', () => {
  const faults: readonly (readonly [string, RegExp])[] = [
    ['[1 2]', /a comma or \] is missing/],
    ['{"a":1 "b":2}', /a comma or \} is missing/],
    ['{"a":1,}', /a name in double quotes/],
    ['{a:1}', /a name in double quotes/],
    ['[1,]', /no JSON value/],
    ['[}', /no JSON value/],
    ['01', /no JSON value/],
    ['truefalse', /no JSON value/],
    ['<html>', /no JSON value/],
    ['"\\x"', /an unknown escape/],
    ['"\\u12g4"', /a broken \\u escape/],
    ['"abc', /in the middle of a text/],
    [']', /no JSON value/],
  ];
  for (const [text, expected] of faults) assert.match(problem(text) ?? '', expected);
});

test('a file of brackets is refused instead of filling the memory', () => {
  assert.match(problem('['.repeat(5_000_000)) ?? '', /column 65: not JSON: nested deeper than 64 levels/);
  assert.equal(problem(`${'['.repeat(64)}${']'.repeat(64)}`), null);
});

test('what JSON.parse reads we read, and what it refuses we refuse', () => {
  const text = fc.oneof(
    fc.json(),
    fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at))),
    fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('"', '\\', '{', ']', ',', ':', '0', 'e', '.', '-', '\n', 'u'))
      .map(([json, at, char]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + char + json.slice(place);
      }),
    fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', ':', ',', '1', '0', '-', '.', 'e', '\\', 'n', ' ', '\n') }),
  );
  fc.assert(
    fc.property(text, (json) => {
      const whole = parseOrNull(json);
      const ours = jsonValues(json);
      if (whole !== null) assert.deepEqual(ours, { ok: true, values: [whole.value] });
      else if (ours.ok) assert.notEqual(ours.values.length, 1);
      else assert.match(ours.problem, /^line \d+, column \d+: not JSON: /);
    }),
    { numRuns: 5_000 },
  );
});

function parseOrNull(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
