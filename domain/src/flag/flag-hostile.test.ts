// Contexts and definitions that nobody meant well: every answer is an answer, in bounded time, and nothing is changed by asking.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aFlag, aRule, aSegment, aSet } from './flag-examples.ts';
import type { EvaluationContext } from './evaluation.ts';
import type { Clause, FlagDefinition } from './flag-definition.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { explainFlag } from './flag-explain.ts';
import { setOf } from './flag-set.ts';
import { clauseOps, errorCodes, reasons } from './flag-words.ts';

const cases = (share: number): number => Math.round((process.env['SHORTLIST_SOAK'] === '1' ? 100_000 : 5_000) * share);

const names = [
  'user',
  'customer',
  'device',
  'key',
  'targetingKey',
  'plan',
  'email',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'prototype',
  '',
  'user.key',
  '$now',
  '0',
];
const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 8 }));
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\ud800',
    'a\udc00b',
    '\u0000',
    'a'.repeat(3_000),
    '1e999',
    '-0',
    'NaN',
    '999.999.999.999',
    '::',
    '1.2.3-',
    '２０２６',
    '2026-13-45',
  ),
);
const scalar = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.bigInt(),
  fc.constant(Symbol('odd')),
  fc.constant(new Date(Number.NaN)),
  fc.constant(() => 'a function'),
  fc.constant(/^a/),
  fc.constant(new Map([['key', 'x']])),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: false }),
  ),
}));
const context = fc.oneof({ weight: 9, arbitrary: fc.dictionary(name, value, { maxKeys: 8, noNullPrototype: false }) }, value);

const attribute = fc
  .array(fc.constantFrom(...names.filter((one) => one !== '')), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.join('.'));
const wanted = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('1.0.0', '10.0.0.0/8', '2026-01-01T00:00:00.000Z', '(a+)+$'),
);
const leaf: fc.Arbitrary<Clause> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      attribute,
      op: fc.constantFrom(...clauseOps.filter((op) => op !== 'matches')),
      values: fc.array(wanted, { maxLength: 3 }),
      ignoreCase: fc.boolean(),
    }),
  },
  fc.record({ attribute, op: fc.constant('matches' as const), values: fc.constantFrom(['^(a|b)+$'], ['(.*)*x'], ['\\bkey\\b']) }),
  fc.constantFrom<Clause[]>(
    { segment: 'beta' },
    { segment: 'none' },
    { flag: 'other', variants: ['on'] },
    { share: { unit: 'user', hashVersion: 1, from: 10, to: 60, total: 100 } },
  ),
);
const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('clause'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('clause'), { maxLength: 3 }) }),
    fc.record({ not: tie('clause') }),
  ),
}));
const flag: fc.Arbitrary<FlagDefinition> = fc
  .array(fc.tuple(fc.array(clause, { maxLength: 3 }), fc.boolean()), { maxLength: 4 })
  .map((rules) =>
    aFlag({
      rules: rules.map(([when, isSplit], index) =>
        aRule(
          when,
          isSplit
            ? {
                split: {
                  unit: 'customer',
                  fallbackUnit: 'email',
                  hashVersion: 1,
                  weights: [
                    { variant: 'on', weight: 40_000 },
                    { variant: 'off', weight: 60_000 },
                  ],
                },
              }
            : { variant: 'on' },
          { id: `r${index}` },
        ),
      ),
    }),
  );

/** Sets of one flag among others; made once a flag, asked by many contexts. */
const flagsAround = (one: FlagDefinition) =>
  setOf(
    aSet(
      [one, aFlag({ key: 'other', rules: [aRule([{ attribute: 'plan', op: 'exists', values: [] }])] })],
      [aSegment({ included: ['x'], rules: [[{ attribute: 'email', op: 'contains', values: ['@'] }]] })],
    ),
    () => 0,
  );

test('whatever the context, the answer is one of the known, and explaining it says the same', () => {
  fc.assert(
    fc.property(flag, context, (one, odd) => {
      const set = flagsAround(one);
      // Whatever a caller hands over.
      const details = evaluateFlag(set, 'checkout', odd as EvaluationContext);
      assert.ok(reasons.includes(details.reason));
      assert.ok(details.errorCode === null || errorCodes.includes(details.errorCode));
      assert.equal(details.reason === 'ERROR', details.errorCode !== null);
      assert.notEqual(details.errorCode, 'GENERAL', details.errorMessage ?? '');
      const { details: explained, rules } = explainFlag(set, 'checkout', odd as EvaluationContext);
      assert.deepEqual(explained, details);
      assert.equal(rules.find(({ outcome }) => outcome === 'served')?.id ?? null, details.ruleId);
      assert.deepEqual(evaluateFlag(set, 'checkout', odd as EvaluationContext), details);
    }),
    { numRuns: cases(0.9) },
  );
  assert.equal(Object.keys(Object.prototype).length, 0);
});

test('a definition of any form is understood or answers with an error', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom('rules', 'fallthrough', 'variants', 'salt', 'offVariant', 'enabled', 'none'),
      context,
      (json, field, odd) => {
        const set = flagsAround(aFlag());
        set.flags.set('checkout', JSON.stringify(field === 'none' ? json : { ...aFlag(), [field]: json }));
        const details = evaluateFlag(set, 'checkout', odd as EvaluationContext);
        assert.ok(reasons.includes(details.reason));
        assert.notEqual(details.errorCode, 'GENERAL', details.errorMessage ?? '');
      },
    ),
    { numRuns: cases(0.1) },
  );
});

test('a context that throws, never ends or is a million deep is answered', () => {
  const thrower = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('no');
      },
    },
  );
  const circle: Record<string, unknown> = {};
  circle['user'] = circle;
  let deep: Record<string, unknown> = {};
  for (let i = 0; i < 1_000_000; i += 1) deep = { user: deep };
  const rule = aRule([{ attribute: 'user.user.user.user.plan', op: 'in', values: ['x'] }]);
  const set = flagsAround(aFlag({ rules: [rule] }));
  assert.equal(evaluateFlag(set, 'checkout', thrower).errorCode, 'GENERAL');
  for (const odd of [circle, deep, { user: 'x'.repeat(50_000_000) }])
    assert.equal(evaluateFlag(set, 'checkout', odd).reason, 'DEFAULT');
  const own: EvaluationContext = JSON.parse('{"__proto__": {"plan": "x"}, "constructor": "x"}');
  const by = (attributePath: string) =>
    evaluateFlag(
      flagsAround(aFlag({ rules: [aRule([{ attribute: attributePath, op: 'exists', values: [] }])] })),
      'checkout',
      own,
    ).value;
  assert.deepEqual(['__proto__.plan', 'constructor', 'plan', 'toString', 'constructor.name'].map(by), [
    true,
    true,
    false,
    false,
    false,
  ]);
});
