import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, aRule, aSegment, aSplit } from './flag-examples.ts';
import { askersOf, flagProblems, segmentProblems, type Surroundings } from './flag-check.ts';
import type { Clause, FlagDefinition, SegmentDefinition } from './flag-definition.ts';

const around = (flags: FlagDefinition[] = [], segments: SegmentDefinition[] = []): Surroundings => ({
  flags: new Map(flags.map((flag) => [flag.key, flag])),
  segments: new Map(segments.map((segment) => [segment.key, segment])),
});
const asks = (key: string, ...others: string[]): FlagDefinition =>
  aFlag({ key, rules: others.map((flag, i) => aRule([{ flag, variants: ['on'] }], undefined, { id: `r${i}` })) });
const paths = (problems: { path: string; message: string }[]): string[] =>
  problems.map(({ path, message }) => `${path} ${message}`);

test('a sound flag has no problems', () => {
  const flag = aFlag({ rules: [aRule([{ segment: 'beta' }, { not: { flag: 'parent', variants: ['on'] } }], aSplit(1))] });
  assert.deepEqual(flagProblems(flag, around([asks('parent')], [aSegment()])), []);
});

test('names that lead nowhere are named with their place', () => {
  const rules = [
    aRule(
      [
        { segment: 'gone' },
        {
          any: [
            { flag: 'gone', variants: ['on'] },
            { flag: 'parent', variants: ['blue'] },
          ],
        },
      ],
      { variant: 'blue' },
    ),
    aRule([], aSplit(1), { title: 'again' }),
  ];
  const flag = aFlag({ rules, variants: { on: true, no: 'text' }, offVariant: 'off', fallthrough: { variant: null } });
  assert.deepEqual(paths(flagProblems(flag, around([asks('parent')]))), [
    'variants.no must be of type boolean',
    'offVariant names the variant off, which does not exist',
    'rules.0.when.0.segment names the segment gone, which does not exist',
    'rules.0.when.1.any.0.flag names the flag gone, which does not exist',
    'rules.0.when.1.any.1.variants names the variant blue, which parent does not have',
    'rules.0.serve.variant names the variant blue, which does not exist',
    'rules.1.id is also that of another rule: rule-1',
    'rules.1.serve.split.weights.1.variant names the variant off, which does not exist',
  ]);
});

test('a value that its question cannot use is refused', () => {
  const problem = (op: Extract<Clause, { attribute: string }>['op'], ...values: (string | number)[]): string =>
    flagProblems(aFlag({ rules: [aRule([{ attribute: 'a', op, values }])] }), around())[0]?.message ?? 'none';
  assert.match(problem('gt', 'many'), /a number/);
  assert.match(problem('before', 'tomorrow'), /an instant/);
  assert.match(problem('semverGte', 'latest'), /a version/);
  assert.match(problem('cidr', '10.0.0.0/99'), /network/);
  assert.match(problem('matches', '(a)\\1'), /refers back/);
  assert.match(problem('in'), /at least one/);
  assert.match(problem('exists', 'x'), /takes none/);
  assert.equal(problem('gt', 3), 'none');
});

test('a slice and a schedule must go forward', () => {
  const share: Clause = { share: { unit: 'user', hashVersion: 1, from: 5, to: 3, total: 10 } };
  const weights = [{ variant: 'on', weight: 100_000 }];
  const at = '2026-11-22T12:00:00.000Z';
  const flag = aFlag({
    rules: [
      aRule([share], {
        split: {
          unit: 'user',
          hashVersion: 1,
          weights,
          steps: [
            { at, weights },
            { at, weights },
          ],
        },
      }),
    ],
  });
  assert.deepEqual(paths(flagProblems(flag, around())), [
    'rules.0.when.0.share must go from less to more, and not beyond the total',
    'rules.0.serve.split.steps.1.at must come after the step before it',
  ]);
});

test('a circle of flags and segments is named', () => {
  const segment = aSegment({ rules: [[{ flag: 'a', variants: ['on'] }]] });
  const b = aFlag({ key: 'b', rules: [aRule([{ not: { segment: 'beta' } }])] });
  const circle = flagProblems(asks('a', 'b'), around([asks('a'), b], [segment]));
  assert.deepEqual(paths(circle), ['rules ask in a circle: a → b → segment beta → a']);
  assert.deepEqual(paths(flagProblems(asks('a', 'a'), around())), ['rules ask in a circle: a → a']);
  assert.match(
    segmentProblems(segment, around([asks('a', 'b'), b], []))[0]?.message ?? '',
    /circle: segment beta → a → b → segment beta/,
  );
});

test('a chain of eight that ask one another is answered, of nine it is refused, wherever the new link lies', () => {
  const chain = (from: number, to: number): FlagDefinition[] =>
    Array.from({ length: to - from }, (_, i) => asks(`f${from + i}`, `f${from + i + 1}`));
  const end = (key: string) => asks(key);
  assert.deepEqual(flagProblems(asks('f0', 'f1'), around([...chain(1, 8), end('f8')])), []);
  assert.match(flagProblems(asks('f0', 'f1'), around([...chain(1, 9), end('f9')]))[0]?.message ?? '', /chain of 9/);
  assert.match(
    flagProblems(asks('f4', 'f5'), around([...chain(0, 4), ...chain(5, 9), end('f9')]))[0]?.message ?? '',
    /chain of 9/,
  );
});

test('who asks a flag or a segment is known, so that it is not removed from under them', () => {
  const segment = aSegment({ rules: [[{ flag: 'a', variants: ['on'] }]] });
  const all = around([asks('a'), asks('b', 'a')], [segment]);
  assert.deepEqual(askersOf({ is: 'flag', key: 'a' }, all), [
    { is: 'flag', key: 'b' },
    { is: 'segment', key: 'beta' },
  ]);
  assert.deepEqual(askersOf({ is: 'segment', key: 'beta' }, all), []);
});
