import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePattern, patternProblem } from './pattern.ts';

const cases = process.env['SHORTLIST_SOAK'] === '1' ? 20_000 : 1_000;

test('patterns of the linear subset agree with the engine on every text', () => {
  const atoms = [
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '\\d',
    '\\w',
    '\\s',
    'é',
    '\\.',
    '[a-c1]',
    '😀',
    '\\b',
    '^',
    '$',
    '(?:a|b1)',
    '(a|)',
    '\\W',
    '[\\d_]',
  ];
  const repeats = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '{0,}', '*?', '+?'];
  const piece = fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...repeats)).map(([atom, repeat]) => {
    const isEdge = atom === '\\b' || atom === '^' || atom === '$';
    return isEdge ? atom : `${atom}${repeat}`;
  });
  const pattern = fc
    .array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((choices) => choices.map((pieces) => pieces.join('')).join('|'));
  const grouped = fc.oneof(
    pattern,
    fc.tuple(pattern, fc.constantFrom('*', '+', '{0,2}', '')).map(([inner, repeat]) => `(${inner})${repeat}`),
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '_', '.', 'é', '😀', '\n', 'A'), maxLength: 12 });
  fc.assert(
    fc.property(grouped, text, fc.boolean(), (source, subject, ignoreCase) => {
      const expected = new RegExp(source, ignoreCase ? 'iu' : 'u').test(subject);
      assert.equal(compilePattern(source, ignoreCase)(subject), expected, `/${source}/ on ${JSON.stringify(subject)}`);
    }),
    { numRuns: cases },
  );
});

test('patterns that would take exponential time elsewhere are answered at once', () => {
  const text = 'a'.repeat(2_048);
  for (const evil of ['(a+)+$', '(a|a)*b', '(.*)*x', '(a*)*b', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a?){50}a{50}b']) {
    assert.equal(compilePattern(evil, false)(`${text}!`), false, evil);
  }
});

test('what cannot be answered in linear time, or is no pattern, is refused with its reason', () => {
  const refused: [string, RegExp][] = [
    ['(a)\\1', /refers back/],
    ['(?=a)b', /looks around/],
    ['(?<!a)b', /looks around/],
    ['(a', /group open/],
    ['a)', /not open/],
    ['[a', /bracket open/],
    ['*a', /repeats nothing/],
    ['a**', /repeats a repetition/],
    ['[b-a]', /ends before/],
    ['a{3,2}', /at least more often/],
    ['a{900}', /more than 200/],
    ['(a{100}){100}', /too long/],
    ['(((((){200}){200}){200}){200}){200}', /repetitions/],
    ['\\q', /no meaning/],
    ['a\\', /ends with a backslash/],
    ['('.repeat(40), /deep/],
    ['[[:nonsense:]]', /no class/],
  ];
  for (const [pattern, reason] of refused) assert.match(patternProblem(pattern) ?? 'accepted', reason, pattern);
});

test('flags inside a pattern, classes by name and lines are known', () => {
  const met: [string, string][] = [
    ['^(?i)abc$', 'ABC'],
    ['(?m)^foo$', 'bar\nfoo\nbaz'],
    ['^(?s)a.b$', 'a\nb'],
    ['^[[:alpha:]]+$', 'abc'],
    ['(?i:É)', 'é'],
    ['^(?P<name>x)$', 'x'],
    ['^\\x41\\u00e9$', 'Aé'],
    ['^[\\]\\-x]+$', ']-x'],
  ];
  for (const [pattern, text] of met) assert.ok(compilePattern(pattern, false)(text), `/${pattern}/ on ${text}`);
  assert.equal(compilePattern('^a.b$', false)('a\nb'), false);
});
