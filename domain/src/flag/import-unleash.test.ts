import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSet } from './flag-examples.ts';
import { FlagDefinition, SegmentDefinition } from './flag-definition.ts';
import { evaluateFlag } from './flag-evaluate.ts';
import { setOf } from './flag-set.ts';
import { importUnleash } from './import-unleash.ts';

const saltOf = (key: string): string => `salt-of-${key}`;

test('features come over with strategies, segments, variants and what they need', () => {
  const imported = importUnleash(
    {
      version: 2,
      segments: [
        { id: 7, name: 'Our People', constraints: [{ contextName: 'userId', operator: 'STR_ENDS_WITH', values: ['@acme.com'] }] },
      ],
      features: [
        { name: 'base', type: 'kill-switch', enabled: true, strategies: [{ name: 'default', parameters: {}, segments: [7] }] },
        {
          name: 'child',
          enabled: true,
          dependencies: [{ feature: 'base' }],
          strategies: [
            { name: 'flexibleRollout', title: 'Half', parameters: { rollout: '50', stickiness: 'userId', groupId: 'child' } },
          ],
          variants: [
            { name: 'a', weight: 1, payload: { type: 'json', value: '{"n":1}' } },
            {
              name: 'b',
              weight: 1,
              payload: { type: 'json', value: '{"n":2}' },
              overrides: [{ contextName: 'plan', values: ['pro'] }],
            },
          ],
        },
      ],
    },
    { saltOf },
  );
  for (const flag of imported.flags) FlagDefinition.parse(flag);
  for (const segment of imported.segments) SegmentDefinition.parse(segment);
  assert.deepEqual(
    imported.segments.map(({ key }) => key),
    ['our-people'],
  );
  assert.deepEqual(
    imported.flags.map(({ key, kind, type }) => [key, kind, type]),
    [
      ['base', 'operational', 'boolean'],
      ['child', 'release', 'object'],
    ],
  );
  const set = setOf(
    { ...aSet(imported.flags), segments: Object.fromEntries(imported.segments.map((one) => [one.key, one])) },
    Date.now,
  );
  const child = (context: Record<string, unknown>) => evaluateFlag(set, 'child', context);
  assert.equal(child({ targetingKey: 'x@other.com', plan: 'pro' }).variant, null);
  const people = Array.from({ length: 400 }, (_, i) => `${i}@acme.com`);
  const pro = people.map((targetingKey) => child({ targetingKey, plan: 'pro' }).variant);
  const inside = pro.filter((variant) => variant === 'b').length;
  assert.ok(inside > 160 && inside < 240 && pro.every((variant) => variant === 'b' || variant === null), `${inside}`);
  assert.deepEqual(new Set(people.map((targetingKey) => child({ targetingKey }).variant)), new Set(['a', 'b', null]));
  assert.equal(child({ targetingKey: people[pro.indexOf('b')], plan: 'pro' }).ruleTitle, 'Half');
});

test('what is not held is named by its path', () => {
  const { flags, notes } = importUnleash(
    {
      features: [
        {
          name: 'f',
          enabled: true,
          impressionData: true,
          type: 'odd',
          dependencies: [{ feature: 'gone' }],
          strategies: [
            { name: 'homemade', parameters: {} },
            { name: 'gradualRolloutRandom', parameters: { percentage: '30' } },
            {
              name: 'default',
              segments: [9],
              constraints: [
                { contextName: 'a', operator: 'REGEX', value: '(a)\\1' },
                { contextName: 'a', operator: 'ODD' },
              ],
            },
          ],
        },
        { name: 'no key', enabled: true },
      ],
    },
    { saltOf },
  );
  assert.deepEqual(
    flags.map(({ key }) => key),
    ['f'],
  );
  assert.deepEqual(notes.map(({ path }) => path).toSorted(), [
    'features.0.dependencies.0.feature',
    'features.0.impressionData',
    'features.0.strategies.0.name',
    'features.0.strategies.1.parameters.stickiness',
    'features.0.strategies.2.constraints.0.value',
    'features.0.strategies.2.constraints.1.operator',
    'features.0.strategies.2.segments.0',
    'features.0.type',
    'features.1.name',
  ]);
});

test('nonsense is read as nothing', () => {
  for (const json of [null, [], 'x', { features: 'x' }, { features: [null, 3, {}] }, { events: [{ type: 'odd' }] }])
    assert.deepEqual(importUnleash(json, { saltOf }).flags, []);
});
