import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFlag } from './flag-explain.ts';
import { answerSentence, outcomeWords, traceWords } from './explain-words.ts';
import { aFlag, aRule, aSegment, aSet, aSplit } from './flag-examples.ts';
import { setOf } from './flag-set.ts';

const names = new Map([['beta', 'Beta']]);
const rules = [
  aRule([{ segment: 'beta' }], { variant: 'on' }, { id: '1', title: 'Pilots' }),
  aRule([{ attribute: 'customer.plan', op: 'in', values: ['pro'] }], aSplit(100_000, 'customer'), { id: '2', title: 'Paying' }),
  aRule([], { variant: 'off' }, { id: '3', title: 'Rest' }),
];
const explain = (context: object, enabled = true) =>
  explainFlag(
    setOf(aSet([aFlag({ rules, enabled })], [aSegment({ included: ['acme'] })]), () => 0),
    'checkout',
    context as Record<string, unknown>,
  );
const told = (context: object) => {
  const { details, rules: traced } = explain(context);
  return [answerSentence(details), ...traced.map(outcomeWords)];
};

test('every way to an answer is told', () => {
  assert.deepEqual(told({ customer: { key: 'acme' } }), [
    'They get on: the rule “Pilots” holds for them.',
    'It holds, and answers.',
    'It is not asked: an earlier rule answers.',
    'It is not asked: an earlier rule answers.',
  ]);
  assert.deepEqual(told({ customer: { key: 'initech', plan: 'pro' } }).slice(0, 3), [
    'They get on: the rule “Paying” drew it for them.',
    'It does not hold.',
    'It holds, and draws initech.',
  ]);
  assert.equal(told({ customer: { plan: 'pro' } })[2], 'It holds, but there is nobody to draw by; the next is asked.');
  assert.equal(answerSentence(explain({}, false).details), 'They get off: it is switched off here, whatever the rules say.');
});

test('each condition says what it saw, or that it saw nothing', () => {
  const clauses = (context: object) =>
    explain(context).rules.flatMap((rule) => rule.clauses.map((clause) => traceWords(clause, names)));
  assert.deepEqual(clauses({ customer: { key: 'initech', plan: 'free' } }), [
    'they belong to Beta: looked for initech',
    'customer.plan is pro: it is free',
  ]);
  assert.equal(clauses({ customer: { key: 'initech' } })[1], 'customer.plan is pro: it is not in the context');
});
