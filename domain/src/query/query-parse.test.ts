import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileQuery } from './query-compile.ts';
import { aContext, aSubject } from './query-examples.ts';
import { parseQuery, queryLengthMost, writtenQuery } from './query-parse.ts';
import { suggestFor } from './query-suggest.ts';
import type { QueryTerm } from './query-terms.ts';

/** A twentieth of the cases by default, all of them under soak. */
const numRuns = process.env['SHORTLIST_SOAK'] === '1' ? 100_000 : 5_000;

const plain = (terms: readonly QueryTerm[]) =>
  terms.map((term) =>
    term.kind === 'word'
      ? { kind: term.kind, text: term.text, isNot: term.isNot, isExact: term.isExact }
      : {
          kind: term.kind,
          key: term.key,
          isNot: term.isNot,
          values: term.values.map(({ text, compare }) => ({ text, compare })),
        },
  );

test('keys, values, comparisons, negations and quotes are read with their places', () => {
  const text = 'type:story,task -Owner:"Ana \\"A\\" Li" age:>=14d -word "exact words" - sort:';
  const { terms, isCut } = parseQuery(text);
  assert.equal(isCut, false);
  assert.deepEqual(plain(terms), [
    { kind: 'key', key: 'type', isNot: false, values: ['story', 'task'].map((value) => ({ text: value, compare: '' })) },
    { kind: 'key', key: 'owner', isNot: true, values: [{ text: 'Ana "A" Li', compare: '' }] },
    { kind: 'key', key: 'age', isNot: false, values: [{ text: '14d', compare: '>=' }] },
    { kind: 'word', text: 'word', isNot: true, isExact: false },
    { kind: 'word', text: 'exact words', isNot: false, isExact: true },
    { kind: 'word', text: '-', isNot: false, isExact: false },
    { kind: 'key', key: 'sort', isNot: false, values: [] },
  ]);
  const [first] = terms;
  assert.ok(first?.kind === 'key');
  assert.deepEqual(
    [first, first.keySpan, ...first.values].map(({ from, to }) => text.slice(from, to)),
    ['type:story,task', 'type', 'story', 'task'],
  );
});

test('a quote that nobody closes ends with the text, and more than is read is said', () => {
  assert.deepEqual(plain(parseQuery('"half a').terms), [{ kind: 'word', text: 'half a', isNot: false, isExact: true }]);
  assert.equal(parseQuery('a'.repeat(queryLengthMost + 1)).isCut, true);
  assert.equal(parseQuery('a '.repeat(61)).isCut, true);
  assert.equal(parseQuery('a '.repeat(60)).isCut, false);
});

const letters = fc.stringMatching(/^[a-z]{1,8}$/);
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const value = fc.record({ text: anyText, compare: fc.constantFrom('', '<', '<=', '>', '>=') });
const term = fc.oneof(
  fc.record({
    kind: fc.constant('key'),
    key: letters,
    isNot: fc.boolean(),
    values: fc.array(value, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('word'), text: letters, isNot: fc.boolean(), isExact: fc.constant(false) }),
  fc.record({ kind: fc.constant('word'), text: anyText, isNot: fc.boolean(), isExact: fc.constant(true) }),
);

test('what is written of a query is read back as the same query', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
      // Places apart, these are terms.
      const wanted = terms as unknown as readonly QueryTerm[];
      assert.deepEqual(plain(parseQuery(writtenQuery(wanted)).terms), plain(wanted));
    }),
    { numRuns },
  );
});

const pieces = [
  'type:',
  'is:',
  'owner:',
  'sort:-',
  'created:>',
  'age:<',
  'size:',
  '"',
  '\\',
  '-',
  ',',
  ':',
  '<=',
  ' ',
  '\u0000',
  'stale',
  'me',
  '2026-13',
  '-14d',
  '😀',
  'é',
  'constructor:',
  '__proto__:',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1200 }),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 80 }).map((parts) => parts.join('')),
);

test('no text breaks a query: its terms lie in it in order, its problems have places, and suggestions fit', () => {
  const context = aContext();
  const subject = aSubject();
  fc.assert(
    fc.property(hostile, fc.nat(1300), (text, caret) => {
      const { terms } = parseQuery(text);
      let end = 0;
      for (const { from, to } of terms) {
        assert.ok(from >= end && to > from && to <= text.length, `${from}–${to} of ${text.length}`);
        end = to;
      }
      const { matches, problems } = compileQuery(text, context);
      assert.equal(typeof matches(subject), 'boolean');
      for (const { from, to, message } of problems) assert.ok(from >= 0 && to >= from && to <= text.length && message !== '');
      const { from, to, items } = suggestFor(text, Math.min(caret, text.length), context);
      assert.ok(from >= 0 && from <= to && (items.length === 0 || to <= text.length), `${from}–${to} of ${text.length}`);
    }),
    { numRuns },
  );
});
