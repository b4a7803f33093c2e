import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportFlagd } from './export-flagd.ts';
import { aFlag, aRule, aSegment, aSet, aSplit } from './flag-examples.ts';
import type { EvaluationContext } from './evaluation.ts';
import { FlagDefinition, type Clause } from './flag-definition.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { setOf, type FlagSet } from './flag-set.ts';
import { importFlagd } from './import-flagd.ts';

const saltOf = (key: string): string => `salt-of-${key}`;
const clock = (): number => Date.parse('2026-11-22T12:00:00.000Z');
const variants = { red: 'red', green: 'green', blue: 'blue' };
const bring = (targeting: unknown, more: object = {}) =>
  importFlagd(
    {
      flags: { colour: { state: 'ENABLED', variants, defaultVariant: 'blue', targeting, ...more } },
      $evaluators: { isAda: { '==': [{ var: 'name' }, 'ada'] } },
    },
    { saltOf },
  );

/** The variants that contexts get from a targeting that must come over whole. */
function given(targeting: unknown, ...contexts: EvaluationContext[]): (string | null)[] {
  const { flags, notes } = bring(targeting);
  assert.deepEqual(notes, []);
  for (const flag of flags) FlagDefinition.parse(flag);
  const set = setOf(aSet(flags), clock);
  return contexts.map((context) => evaluateFlag(set, 'colour', context).variant);
}

test('conditions come over: branches, references, comparisons, texts, versions and moments', () => {
  const ada = { name: 'ada' };
  assert.deepEqual(
    given({ if: [{ $ref: 'isAda' }, 'red', { '>': [{ var: 'age' }, 30] }, 'green', null] }, ada, { age: 31 }, { age: 30 }, {}),
    ['red', 'green', 'blue', 'blue'],
  );
  assert.deepEqual(
    given(
      { if: [{ '!': [{ $ref: 'isAda' }] }, { if: [{ in: [{ var: 'plan' }, ['a', 'b']] }, 'red'] }, 'green'] },
      ada,
      { plan: 'b' },
      { plan: 'c' },
    ),
    ['green', 'red', 'blue'],
  );
  assert.deepEqual(
    given(
      { if: [{ and: [{ starts_with: [{ var: 'id' }, 'x'] }, { ends_with: [{ var: 'id' }, 'z'] }] }, 'red', 'green'] },
      { id: 'xyz' },
      { id: 'xy' },
    ),
    ['red', 'green'],
  );
  assert.deepEqual(given({ if: [{ in: ['@acme', { var: 'email' }] }, 'red'] }, { email: 'a@acme.com' }, { email: 'a@b' }), [
    'red',
    'blue',
  ]);
  assert.deepEqual(
    given(
      { if: [{ sem_ver: [{ var: 'v' }, '~', '3.1.0'] }, 'red', { sem_ver: [{ var: 'v' }, '^', '3.1.0'] }, 'green'] },
      { v: '3.1.9' },
      { v: '3.9.0' },
      { v: '4.0.0' },
    ),
    ['red', 'green', 'blue'],
  );
  assert.deepEqual(given({ if: [{ '<': [1, { var: 'age' }, 10] }, 'red'] }, { age: 5 }, { age: 1 }, { age: 10 }), [
    'red',
    'blue',
    'blue',
  ]);
  assert.deepEqual(given({ if: [{ '>=': [{ var: '$flagd.timestamp' }, clock() / 1_000] }, 'red'] }, {}), ['red']);
  assert.deepEqual(given({ if: [{ '!=': [{ var: 'a' }, null] }, { var: 'a' }, 'red'] }, { a: 'green' }, { a: 'pink' }, {}), [
    'green',
    'blue',
    'red',
  ]);
});

test('fractions keep everybody: shorthand, a text before the attribute, nested answers and weights', () => {
  // As flagd itself answers these: heads and tails of its testbed.
  const { flags } = importFlagd(
    {
      flags: {
        'fractional-flag-shorthand': {
          state: 'ENABLED',
          variants: { heads: 'h', tails: 't' },
          defaultVariant: null,
          targeting: { fractional: [['heads'], ['tails', 1]] },
        },
      },
    },
    { saltOf },
  );
  const set = setOf(aSet(flags), clock);
  assert.deepEqual(
    ['jon@company.com', 'jane@company.com'].map(
      (targetingKey) => evaluateFlag(set, 'fractional-flag-shorthand', { targetingKey }).variant,
    ),
    ['heads', 'tails'],
  );
  const byName = { fractional: [{ cat: [{ var: '$flagd.flagKey' }, { var: 'name' }] }, ['red', 50], ['green', 50]] };
  const [missing] = given(byName, {});
  assert.ok(missing === 'red' || missing === 'green');
  const weighed = { fractional: [{ var: 'targetingKey' }, ['red', { if: [{ $ref: 'isAda' }, 100, 0] }], ['green', 10]] };
  assert.deepEqual(given(weighed, { targetingKey: 'x' }, {}), ['green', 'blue']);
  assert.deepEqual(
    given(
      {
        if: [
          {
            fractional: [
              [true, 100],
              [false, 0],
            ],
          },
          'red',
          'green',
        ],
      },
      { targetingKey: 'x' },
      {},
    ),
    ['red', 'green'],
  );
});

test('what cannot be held is named by its path, and nothing else', () => {
  const paths = (targeting: unknown, more?: object): string[] =>
    bring(targeting, more).notes.map(({ path, message }) => `${path} ${message}`);
  assert.deepEqual(paths({ if: [{ '==': [{ '+': [1, { var: 'a' }] }, 2] }, 'red'] }), [
    'flags.colour.targeting.if.0 compares what is not an attribute with a value; the flag was left out',
  ]);
  assert.deepEqual(paths({ if: [{ $ref: 'gone' }, 'red'] }), [
    'flags.colour.targeting.if.0 refers to the evaluator gone, which does not exist; the flag was left out',
  ]);
  assert.deepEqual(paths('pink'), []);
  assert.deepEqual(paths({ if: [{ $ref: 'isAda' }, 'pink'] }), [
    'flags.colour.targeting.if answers with pink, which is no variant; the default variant is given',
  ]);
  assert.deepEqual(paths(null, { owner: 'web', variants: { on: true, red: 'red' } }), [
    'flags.colour.owner is not held here, and was left out',
    'flags.colour.variants have values of several types; the flag was left out',
  ]);
  const circular = importFlagd(
    { flags: { a: { variants, targeting: { $ref: 'x' } } }, $evaluators: { x: { $ref: 'x' } } },
    { saltOf },
  );
  assert.match(circular.notes[0]?.message ?? '', /more than 24 deep/);
  assert.deepEqual(importFlagd('nonsense', { saltOf }).flags, []);
});

test('a flag that goes out to flagd and comes back answers everybody as before', () => {
  const rules = [
    aRule([{ segment: 'beta' }, { not: { attribute: 'plan', op: 'in', values: ['free'] } }], { variant: 'on' }, { id: 'a' }),
    aRule(
      [
        {
          any: [
            { attribute: 'age', op: 'gte', values: [30] },
            { attribute: 'email', op: 'endsWith', values: ['@x.io', '@y.io'] },
          ],
        },
      ],
      aSplit(30_000),
      { id: 'b' },
    ),
    aRule([{ share: { unit: 'customer', hashVersion: 1, from: 10, to: 40, total: 100 } }], { variant: 'on' }, { id: 'c' }),
    aRule(
      [
        { attribute: 'v', op: 'semverGte', values: ['2.0.0'] },
        { attribute: 'plan', op: 'notIn', values: ['pro'] },
      ],
      aSplit(50_000, 'customer'),
      { id: 'd' },
    ),
  ];
  const document = aSet(
    [aFlag({ rules, fallthrough: aSplit(5_000) })],
    [aSegment({ included: ['c1', 'c2'], excluded: ['c3'], rules: [[{ attribute: 'plan', op: 'in', values: ['pro'] }]] })],
  );
  const { flags, notes } = exportFlagd(document);
  assert.deepEqual(notes, []);
  const back = importFlagd({ flags }, { saltOf });
  assert.deepEqual(back.notes, []);
  const [before, after]: FlagSet[] = [setOf(document, clock), setOf(aSet(back.flags), clock)];
  const pick = <Value>(list: readonly Value[], i: number): Value | undefined => list[i % list.length];
  for (let i = 0; i < 3_000; i += 1) {
    const context = {
      targetingKey: `u${i}`,
      ...(i % 7 !== 0 && { customer: { key: `c${i % 40}` } }),
      plan: pick(['free', 'pro', 'team', undefined], i),
      age: pick([10, 30, 50, undefined, 29], i),
      email: pick(['a@x.io', 'b@z.io'], i >> 2),
      v: pick(['1.9.9', '2.0.0', 'x'], i >> 3),
    };
    if (before === undefined || after === undefined) throw new Error('two sets were made');
    assert.equal(
      evaluateFlag(after, 'checkout', context).variant,
      evaluateFlag(before, 'checkout', context).variant,
      JSON.stringify(context),
    );
  }
});

test('what flagd cannot say is named, and that flag left out', () => {
  const reason = (clause: Clause): string =>
    exportFlagd(aSet([aFlag({ rules: [aRule([clause])] }), aFlag({ key: 'other' })])).notes[0]?.message ?? 'none';
  assert.match(reason({ flag: 'other', variants: ['on'] }), /cannot ask one another; the flag was left out/);
  assert.match(reason({ attribute: 'a', op: 'matches', values: ['x'] }), /patterns/);
  assert.match(reason({ attribute: 'a', op: 'cidr', values: ['10.0.0.0/8'] }), /networks/);
  assert.match(reason({ attribute: 'a', op: 'in', values: ['x'], ignoreCase: true }), /case/);
  assert.match(reason({ segment: 'gone' }), /does not exist/);
  assert.deepEqual(exportFlagd(aSet([aFlag({ enabled: false })])).notes[0]?.path, 'flags.checkout.offVariant');
});
