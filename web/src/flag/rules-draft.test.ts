import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anotherRule, draftProblems, type RulesDraft } from './rules-draft.ts';
import type { Flag } from './flag-rows.ts';

// What the editor reads of a flag.
const flag = {
  key: 'checkout',
  type: 'boolean',
  kind: 'release',
  salt: 'abc',
  clientSide: false,
  variants: { on: true, off: false },
  onVariant: 'on',
  offVariant: 'off',
  environments: {},
  archivedAt: null,
} as unknown as Flag;
const draft = (given: Partial<RulesDraft>): RulesDraft => ({
  enabled: true,
  rules: [],
  fallthrough: { variant: 'off' },
  offVariant: 'off',
  ...given,
});
const problems = (given: Partial<RulesDraft>) => draftProblems(flag, 'production', draft(given), { flags: [flag], segments: [] });

test('what would be refused is said with its place', () => {
  const rule = anotherRule(flag, []);
  assert.deepEqual(problems({ rules: [rule] }), ['Rule 1, condition 1 must hold at least one value.']);
  const when = [{ attribute: 'age', op: 'gt' as const, values: ['1', 'many'] }, { segment: 'gone' }];
  assert.deepEqual(problems({ rules: [{ ...rule, when }], fallthrough: { variant: 'blue' } }), [
    'Rule 1, condition 1, value 2 must be a number.',
    'Rule 1, condition 2 names the segment gone, which does not exist.',
    'What everybody else gets names the variant blue, which does not exist.',
  ]);
  const nameless = { attribute: '', op: 'exists' as const, values: [] };
  assert.deepEqual(problems({ rules: [{ ...rule, when: [{ segment: 'gone' }, { not: nameless }] }] }), [
    'Rule 1, condition 1 names the segment gone, which does not exist.',
    'Rule 1, condition 2 names no attribute.',
  ]);
  const itself = [{ flag: 'checkout', variants: ['on'] }];
  assert.deepEqual(problems({ rules: [{ ...rule, when: itself }] }), ['The rules ask in a circle: checkout → checkout.']);
});

test('shares that do not make a whole are counted', () => {
  const split = { unit: 'customer', hashVersion: 1 as const, weights: [{ variant: 'on', weight: 25_000 }] };
  assert.deepEqual(problems({ fallthrough: { split } }), [
    'What everybody else gets: the shares add up to 25 %. They must make 100 %.',
  ]);
});

test('a new rule has an id of its own', () => {
  const first = anotherRule(flag, []);
  assert.equal(anotherRule(flag, [{ ...first, id: 'rule-2' }]).id, 'rule-3');
});

test('who tries the flag counts as no rule', () => {
  const until = '2030-01-01T00:00:00.000Z';
  const trying = [{ environment: 'production', memberId: 'mem_1', key: 'mia', until, linkId: 'try_1' }];
  // As above.
  const tried = { ...flag, trying } as unknown as Flag;
  const around = { flags: [tried], segments: [] };
  assert.deepEqual(draftProblems(tried, 'production', draft({ rules: [anotherRule(flag, [])] }), around), [
    'Rule 1, condition 1 must hold at least one value.',
  ]);
});
