import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, aRule, aSegment, aSet, aSplit } from './flag-examples.ts';
import type { EvaluationContext } from './evaluation.ts';
import type { Clause, FlagDefinition, SegmentDefinition } from './flag-definition.ts';
import { evaluateFlag, missingAttributes, ofType } from './flag-evaluate.ts';
import { setOf, type FlagSet } from './flag-set.ts';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const set = (flags: FlagDefinition[], segments: SegmentDefinition[] = [], now = noon): FlagSet =>
  setOf(aSet(flags, segments), () => now);

/** Whether a clause holds for a context. */
function holds(clause: Clause, context: EvaluationContext, segments: SegmentDefinition[] = []): boolean {
  const details = evaluateFlag(set([aFlag({ rules: [aRule([clause])] })], segments), 'checkout', context);
  assert.equal(details.errorMessage, null);
  return details.reason === 'TARGETING_MATCH';
}

test('the first rule whose clauses hold serves, and the answer says which', () => {
  const rules = [
    aRule([{ attribute: 'customer.plan', op: 'in', values: ['pro'] }], { variant: 'on' }, { id: 'pro', title: 'Pro plans' }),
    aRule([], { variant: 'off' }, { id: 'rest', title: 'Everybody else' }),
  ];
  const flags = set([aFlag({ rules, version: 7, metadata: { team: 'web' } })]);
  assert.deepEqual(evaluateFlag(flags, 'checkout', { customer: { key: 'acme', plan: 'pro' } }), {
    value: true,
    variant: 'on',
    reason: 'TARGETING_MATCH',
    ruleId: 'pro',
    ruleTitle: 'Pro plans',
    errorCode: null,
    errorMessage: null,
    flagVersion: 7,
    metadata: { team: 'web' },
  });
  assert.equal(evaluateFlag(flags, 'checkout', { customer: { key: 'b', plan: 'free' } }).ruleTitle, 'Everybody else');
});

test('the reason tells a fixed answer, a fallen-through one, a share and a switched-off flag apart', () => {
  const reason = (given: Partial<FlagDefinition>): unknown[] => {
    const { reason: why, value } = evaluateFlag(set([aFlag(given)]), 'checkout', { targetingKey: 'u' });
    return [why, value];
  };
  const never = aRule([{ attribute: 'nothing', op: 'in', values: ['x'] }]);
  assert.deepEqual(reason({}), ['STATIC', false]);
  assert.deepEqual(reason({ rules: [never] }), ['DEFAULT', false]);
  assert.deepEqual(reason({ fallthrough: { variant: null } }), ['DEFAULT', undefined]);
  assert.deepEqual(reason({ fallthrough: aSplit(100_000) }), ['SPLIT', true]);
  assert.deepEqual(reason({ enabled: false, fallthrough: { variant: 'on' }, rules: [aRule([])] }), ['DISABLED', false]);
  assert.deepEqual(reason({ enabled: false, offVariant: null }), ['DISABLED', undefined]);
  assert.deepEqual(reason({ archived: true, rules: [aRule([])] }), ['TARGETING_MATCH', true]);
});

test('every question of a clause, met and not met', () => {
  const context = {
    user: {
      key: 'ada',
      email: 'Ada@Example.com',
      age: 36,
      groups: ['dev', 'ops'],
      staff: true,
      born: '1815-12-10',
      app: '1.4.0-rc.1',
      ip: '10.1.2.3',
    },
  };
  const ask = (
    op: Extract<Clause, { attribute: string }>['op'],
    attribute: string,
    ...values: (string | number | boolean)[]
  ): boolean => holds({ attribute: `user.${attribute}`, op, values }, context);
  const met: boolean[] = [
    ask('in', 'key', 'bob', 'ada'),
    ask('in', 'age', '36'),
    ask('in', 'staff', true),
    ask('in', 'groups', 'ops'),
    ask('notIn', 'groups', 'sales'),
    ask('startsWith', 'email', 'Ada@'),
    ask('endsWith', 'email', '.org', '.com'),
    ask('contains', 'email', 'Example'),
    ask('matches', 'email', '^[^@]+@Example\\.com$'),
    ask('gt', 'age', 35),
    ask('gte', 'age', '36'),
    ask('lt', 'age', 36.5),
    ask('lte', 'age', 36),
    ask('before', 'born', '1900-01-01T00:00:00.000Z'),
    ask('after', 'born', '1815-12-09T23:59:59.999Z'),
    ask('semverEq', 'app', 'v1.4.0-rc.1'),
    ask('semverGt', 'app', '1.3.9'),
    ask('semverGte', 'app', '1.4.0-rc.1'),
    ask('semverLt', 'app', '1.4.0'),
    ask('semverLte', 'app', '1.4'),
    ask('cidr', 'ip', '192.168.0.0/16', '10.0.0.0/8'),
    ask('exists', 'email'),
    holds({ attribute: 'user.email', op: 'endsWith', values: ['@EXAMPLE.COM'], ignoreCase: true }, context),
    holds({ attribute: 'user.key', op: 'in', values: ['ADA'], ignoreCase: true }, context),
    holds({ attribute: 'user.email', op: 'matches', values: ['^ada@'], ignoreCase: true }, context),
  ];
  assert.deepEqual(
    met,
    Array.from({ length: met.length }, () => true),
  );
  const unmet: boolean[] = [
    ask('in', 'key', 'Ada'),
    ask('notIn', 'groups', 'dev'),
    ask('startsWith', 'age', '3'),
    ask('gt', 'email', 1),
    ask('gt', 'staff', 0),
    ask('before', 'email', '2900-01-01T00:00:00.000Z'),
    ask('semverEq', 'key', '1.0.0'),
    ask('cidr', 'key', '0.0.0.0/0'),
    ask('exists', 'phone'),
    ask('matches', 'age', '3'),
  ];
  assert.deepEqual(
    unmet,
    Array.from({ length: unmet.length }, () => false),
  );
});

test('all, any and not nest', () => {
  const is = (value: string): Clause => ({ attribute: 'plan', op: 'in', values: [value] });
  const clause: Clause = { any: [{ all: [is('a'), { not: is('b') }] }, { not: { any: [is('a'), is('b'), is('c')] } }] };
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((plan) => holds(clause, { plan })),
    [true, false, false, true],
  );
});

test('a missing attribute makes its clause false, notIn included, and is counted; not around it makes that true', () => {
  const notIn: Clause = { attribute: 'customer.plan', op: 'notIn', values: ['free'] };
  assert.equal(holds(notIn, {}), false);
  assert.equal(holds({ not: { attribute: 'customer.plan', op: 'in', values: ['free'] } }, {}), true);
  const flags = set([aFlag({ rules: [aRule([notIn])] })]);
  for (let i = 0; i < 3; i += 1) evaluateFlag(flags, 'checkout', { customer: { plan: null } });
  evaluateFlag(flags, 'checkout', { customer: { plan: 'pro' } });
  assert.deepEqual([...missingAttributes(flags, 'checkout')], [['customer.plan', 3]]);
});

test("a context may be nested, or OpenFeature's flat form with targetingKey", () => {
  const user = (attribute: string, value: string): Clause => ({ attribute, op: 'in', values: [value] });
  for (const context of [
    { user: { key: 'u1', email: 'e' } },
    { targetingKey: 'u1', email: 'e' },
    { 'user.key': 'u1', 'user.email': 'e' },
  ]) {
    assert.ok(
      holds(user('user', 'u1'), context) && holds(user('user.key', 'u1'), context) && holds(user('user.email', 'e'), context),
    );
  }
  assert.ok(
    holds(user('customer', 'acme'), { customer: 'acme' }) && holds(user('customer', 'acme'), { customer: { key: 'acme' } }),
  );
  assert.equal(holds(user('customer', 'u1'), { targetingKey: 'u1' }), false);
});

test('a split is drawn by its unit, or else by its fallback; without both the next rule is asked', () => {
  const weights = [{ variant: 'on', weight: 100_000 }];
  const split = { split: { unit: 'customer', fallbackUnit: 'user', hashVersion: 1 as const, weights } };
  const rules = [aRule([], split, { id: 'split' }), aRule([], { variant: 'off' }, { id: 'next' })];
  const flags = set([aFlag({ rules })]);
  const by = (context: EvaluationContext) => evaluateFlag(flags, 'checkout', context).ruleId;
  assert.deepEqual(
    [by({ customer: { key: 'c' } }), by({ targetingKey: 'u' }), by({}), by({ targetingKey: '' })],
    ['split', 'split', 'next', 'next'],
  );
  assert.equal(missingAttributes(flags, 'checkout').get('customer'), 2);
  const alone = evaluateFlag(set([aFlag({ fallthrough: split })]), 'checkout', {});
  assert.deepEqual([alone.errorCode, alone.value, alone.reason], ['TARGETING_KEY_MISSING', undefined, 'ERROR']);
});

test('a climb by schedule needs no write: from each step on its weights hold', () => {
  const on = (weight: number) => [
    { variant: 'on', weight },
    { variant: 'off', weight: 100_000 - weight },
  ];
  const steps = [
    { at: '2026-11-23T12:00:00.000Z', weights: on(50_000) },
    { at: '2026-11-24T12:00:00.000Z', weights: on(100_000) },
  ];
  const flag = aFlag({ fallthrough: { split: { unit: 'user', hashVersion: 1, weights: on(10_000), steps } } });
  const shareAt = (instant: string): number => {
    const flags = set([flag], [], Date.parse(instant));
    return (
      Array.from({ length: 2_000 }, (_, i) => evaluateFlag(flags, 'checkout', { targetingKey: `u${i}` })).filter(
        ({ value }) => value === true,
      ).length / 20
    );
  };
  const [before, half, all] = [
    shareAt('2026-11-23T11:59:59.999Z'),
    shareAt('2026-11-23T12:00:00.000Z'),
    shareAt('2026-12-01T00:00:00.000Z'),
  ];
  assert.ok(Math.abs((before ?? 0) - 10) < 2.5 && Math.abs((half ?? 0) - 50) < 4 && all === 100, `${before}, ${half}, ${all}`);
});

test('a clause can ask the moment, and no context can set it', () => {
  const clause: Clause = { attribute: '$now', op: 'before', values: ['2026-11-22T12:00:00.001Z'] };
  assert.equal(holds(clause, { $now: 9e15 }), true);
  assert.equal(holds({ ...clause, op: 'after' }, { $now: 9e15 }), false);
});

test('a segment is its lists and its rules, and its exclusions are stronger', () => {
  const segment = aSegment({
    included: ['acme', 'both'],
    excluded: ['both', 'initech'],
    rules: [[{ attribute: 'customer.plan', op: 'in', values: ['pro'] }]],
  });
  const isIn = (key: string, plan = 'free'): boolean => holds({ segment: 'beta' }, { customer: { key, plan } }, [segment]);
  assert.deepEqual(
    [isIn('acme'), isIn('both'), isIn('initech', 'pro'), isIn('other', 'pro'), isIn('other')],
    [true, false, false, true, false],
  );
  assert.equal(holds({ segment: 'unknown' }, {}), false);
});

test('a prerequisite asks what another flag gives to the same context', () => {
  const parent = aFlag({ key: 'parent', rules: [aRule([{ attribute: 'user', op: 'in', values: ['ada'] }])] });
  const child = aFlag({ rules: [aRule([{ flag: 'parent', variants: ['on'] }])] });
  const value = (flags: FlagSet, user: string) => evaluateFlag(flags, 'checkout', { targetingKey: user }).value;
  const flags = set([parent, child]);
  assert.deepEqual([value(flags, 'ada'), value(flags, 'bob')], [true, false]);
  assert.equal(value(set([{ ...parent, enabled: false }, child]), 'ada'), false);
  assert.equal(value(set([child]), 'ada'), false);
});

test('a circle that was never refused ends in an error, not in a crash, and harms no other flag', () => {
  const asks = (key: string, other: string) => aFlag({ key, rules: [aRule([{ flag: other, variants: ['on'] }])] });
  const flags = set([asks('a', 'b'), asks('b', 'a'), aFlag()]);
  for (let i = 0; i < 3; i += 1) assert.equal(evaluateFlag(flags, 'a', {}).errorCode, 'PARSE_ERROR');
  assert.match(evaluateFlag(flags, 'a', {}).errorMessage ?? '', /more than 8 deep/);
  assert.equal(evaluateFlag(flags, 'checkout', {}).reason, 'STATIC');
});

test('a share holds for its slice of the units, and slices beside each other cover everybody once', () => {
  const slice = (from: number, to: number): Clause => ({ share: { unit: 'user', hashVersion: 1, from, to, total: 100 } });
  for (let i = 0; i < 500; i += 1) {
    const context = { targetingKey: `u${i}` };
    assert.equal([slice(0, 10), slice(10, 90), slice(90, 100)].filter((clause) => holds(clause, context)).length, 1);
  }
  assert.equal(holds(slice(0, 100), {}), false);
});

test('a flag that is not there, not understood or of another type is an answer without a value', () => {
  // A version that is yet to come.
  const tomorrow = { unit: 'user', hashVersion: 2 as unknown as 1, weights: [{ variant: 'on', weight: 100_000 }] };
  const flags = set([aFlag({ fallthrough: { split: tomorrow } }), aFlag({ key: 'fine' })]);
  flags.flags.set('broken', '{"key":');
  flags.flags.set('empty', '{}');
  const code = (key: string): unknown[] => {
    const { errorCode, value, reason } = evaluateFlag(flags, key, {});
    return [errorCode, value, reason];
  };
  assert.deepEqual(code('missing'), ['FLAG_NOT_FOUND', undefined, 'ERROR']);
  for (const key of ['broken', 'empty', 'checkout']) assert.deepEqual(code(key), ['PARSE_ERROR', undefined, 'ERROR'], key);
  assert.match(
    evaluateFlag(flags, 'checkout', {}).errorMessage ?? '',
    /The flag checkout cannot be understood: it does not know the hash version 2\./,
  );
  const fine = evaluateFlag(flags, 'fine', {});
  assert.equal(ofType(fine, 'boolean'), fine);
  assert.deepEqual([ofType(fine, 'string').errorCode, ofType(fine, 'string').value], ['TYPE_MISMATCH', undefined]);
});
