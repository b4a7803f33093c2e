import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRule, aSplit } from './flag-examples.ts';
import type { Clause } from './flag-definition.ts';
import { clauseOps } from './flag-words.ts';
import { clauseWords, opPhrases, ruleSentence } from './rule-sentences.ts';

const plan: Clause = { attribute: 'customer.plan', op: 'in', values: ['pro', 'team'] };
const names = new Map([['ourselves', 'Ourselves']]);

test('a rule is a sentence: who, and what they get', () => {
  assert.equal(
    ruleSentence(aRule([plan], aSplit(25_000, 'customer'))),
    'When customer.plan is one of pro, team: serve on to 25 % of customers and off to the rest.',
  );
  assert.equal(
    ruleSentence(aRule([{ segment: 'ourselves' }, { attribute: 'device.os', op: 'exists', values: [] }]), names),
    'When they belong to Ourselves and device.os is given: serve on.',
  );
  assert.equal(ruleSentence(aRule([], { variant: null })), 'For everybody: use the default in the code.');
});

test('a split says every share, its unit, what stands in for the unit, and that it climbs', () => {
  const weights = [
    { variant: 'a', weight: 12_500 },
    { variant: 'b', weight: 37_500 },
    { variant: 'c', weight: 50_000 },
  ];
  const split = { unit: 'customer', fallbackUnit: 'user', hashVersion: 1 as const, weights };
  assert.equal(
    ruleSentence(aRule([], { split })),
    'For everybody: serve a to 12.5 % of customers, else of users, b to 37.5 % and c to the rest.',
  );
  const steps = [{ at: '2026-12-01T09:00:00.000Z', weights }];
  assert.match(ruleSentence(aRule([], { split: { ...split, steps } })), /, then one more step\.$/);
  const whole = { unit: 'user', hashVersion: 1 as const, weights: [{ variant: 'on', weight: 100_000 }] };
  assert.equal(ruleSentence(aRule([], { split: whole })), 'For everybody: serve on to all users.');
});

test('each operator has words, and long lists are counted', () => {
  for (const op of clauseOps) {
    const values = op === 'exists' ? [] : ['1.2.3'];
    assert.equal(clauseWords({ attribute: 'app', op, values }), `app ${opPhrases[op]}${op === 'exists' ? '' : ' 1.2.3'}`);
  }
  const many = Array.from({ length: 9 }, (_, index) => `c${index}`);
  assert.equal(
    clauseWords({ attribute: 'customer', op: 'in', values: many }),
    'customer is one of c0, c1, c2, c3, c4, and 4 more',
  );
  assert.equal(clauseWords({ attribute: 'city', op: 'in', values: ['New York'] }), 'city is “New York”');
  assert.equal(clauseWords({ attribute: 'city', op: 'in', values: [] }), 'city is nothing yet');
});

test('clauses in clauses, other flags and drawn shares read as claims', () => {
  const share = { unit: 'user', hashVersion: 1 as const, from: 10, to: 20, total: 100 };
  assert.equal(
    clauseWords({ any: [{ all: [plan, { share }] }, { not: { flag: 'search', variants: ['on', 'new'] } }] }),
    '((customer.plan is one of pro, team and they are drawn between 10 % and 20 % of users) or it is not so that the flag search gives on or new)',
  );
});
