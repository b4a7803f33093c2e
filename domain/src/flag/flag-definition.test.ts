import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FlagDefinition, SetDelta, SetDocument, type Clause, type Serve } from './flag-definition.ts';
import { errorCodes, reasons } from './flag-words.ts';

const definition = {
  key: 'checkout',
  type: 'boolean',
  kind: 'release',
  salt: 's4lt',
  clientSide: true,
  archived: false,
  variants: { on: true, off: false },
  enabled: true,
  rules: [],
  fallthrough: { variant: 'off' },
  offVariant: 'off',
  version: 1,
};

const serving = (serve: Serve) => FlagDefinition.safeParse({ ...definition, fallthrough: serve }).success;
const asking = (clause: Clause) =>
  FlagDefinition.safeParse({ ...definition, rules: [{ id: 'r1', title: 'One', when: [clause], serve: { variant: 'on' } }] })
    .success;

test('weights of our own hash add up to 100,000, brought ones to anything above nothing', () => {
  const split = (hashVersion: 1 | 'unleash', weight: number): Serve => ({
    split: { unit: 'user', hashVersion, weights: [{ variant: 'on', weight }] },
  });
  assert.deepEqual([split(1, 100_000), split(1, 99_999), split('unleash', 3), split('unleash', 0)].map(serving), [
    true,
    false,
    true,
    false,
  ]);
});

test('a clause is one of its seven forms, and nothing more', () => {
  const clauses: Clause[] = [
    { attribute: 'customer.plan', op: 'in', values: ['pro', 3, true] },
    { segment: 'beta' },
    { flag: 'parent', variants: ['on'] },
    { share: { unit: 'user', hashVersion: 1, from: 0, to: 1, total: 3 } },
    { all: [{ any: [{ not: { segment: 'beta' } }] }] },
  ];
  assert.ok(clauses.every(asking));
  const mixed = { segment: 'beta', flag: 'parent', variants: ['on'] };
  assert.equal(asking(mixed), false);
});

test('a set and a delta name flags by key, and a removed one by null', () => {
  const head = { version: 2, environment: 'production', segments: {} };
  assert.equal(SetDocument.safeParse({ ...head, flags: { checkout: definition } }).success, true);
  assert.equal(SetDelta.safeParse({ ...head, after: 1, flags: { checkout: null } }).success, true);
  assert.equal(SetDocument.safeParse({ ...head, flags: { 'a b': definition } }).success, false);
});

test("reasons and error codes are OpenFeature's words", () => {
  assert.ok(reasons.includes('TARGETING_MATCH') && errorCodes.includes('FLAG_NOT_FOUND'));
});
