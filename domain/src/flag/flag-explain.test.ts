import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, aRule, aSegment, aSet, aSplit } from './flag-examples.ts';
import { explainFlag } from './flag-explain.ts';
import { setOf } from './flag-set.ts';

const noClock = (): number => 0;

test('an explanation shows each rule, each clause, the value seen and what was missing', () => {
  const rules = [
    aRule([{ attribute: 'customer.plan', op: 'in', values: ['pro'] }], { variant: 'on' }, { id: 'pro', title: 'Pro' }),
    aRule(
      [
        { segment: 'beta' },
        {
          any: [
            { flag: 'parent', variants: ['on'] },
            { attribute: 'user.age', op: 'gt', values: [30] },
          ],
        },
      ],
      { variant: 'on' },
      { id: 'beta', title: 'Beta' },
    ),
    aRule([], aSplit(100_000, 'device'), { id: 'split', title: 'Share' }),
    aRule([], aSplit(100_000), { id: 'all', title: 'All' }),
    aRule([], { variant: 'off' }, { id: 'rest', title: 'Rest' }),
  ];
  const segment = aSegment({ rules: [[{ attribute: 'user.email', op: 'endsWith', values: ['@acme.com'] }]] });
  const set = setOf(aSet([aFlag({ rules }), aFlag({ key: 'parent' })], [segment]), noClock);
  const {
    details,
    rules: traced,
    missing,
    isSwitchedOff,
  } = explainFlag(set, 'checkout', { user: { key: 'ada', email: 'ada@acme.com', age: 20 }, customer: { key: 'acme' } });
  assert.deepEqual([details.ruleId, details.value, isSwitchedOff], ['all', true, false]);
  assert.deepEqual(
    traced.map(({ outcome, unit }) => [outcome, unit]),
    [
      ['notMet', null],
      ['notMet', null],
      ['passedOver', null],
      ['served', 'ada'],
      ['notReached', null],
    ],
  );
  assert.deepEqual(missing, ['customer.plan', 'device']);
  const [plan] = traced[0]?.clauses ?? [];
  assert.deepEqual([plan?.holds, plan?.isMissing, plan?.seen], [false, true, null]);
  const [beta, either] = traced[1]?.clauses ?? [];
  assert.deepEqual([beta?.holds, beta?.seen, beta?.inside[0]?.seen], [true, 'acme', 'ada@acme.com']);
  assert.deepEqual(
    [either?.holds, either?.inside.map(({ seen, holds }) => [seen, holds])],
    [
      false,
      [
        ['off', false],
        ['20', false],
      ],
    ],
  );
});

test('a switched-off flag shows what its rules hold back, and an unknown one nothing', () => {
  const set = setOf(aSet([aFlag({ enabled: false, rules: [aRule([])] })]), noClock);
  const { details, isSwitchedOff, rules } = explainFlag(set, 'checkout', {});
  assert.deepEqual([details.reason, isSwitchedOff, rules.length], ['DISABLED', true, 1]);
  assert.deepEqual(explainFlag(set, 'gone', {}).rules, []);
});
