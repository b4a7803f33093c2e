import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag } from '../ladder/ladder-examples.ts';
import { aRule } from './flag-examples.ts';
import { namedByFlag } from './named-in.ts';

test('who is asked about is found in every environment, at any depth, and on the beta rung', () => {
  const config = { enabled: true, fallthrough: { variant: 'off' }, offVariant: 'off', version: 1 };
  const deep = { any: [{ all: [{ not: { segment: 'staff' } }] }, { flag: 'search', variants: ['on'] }] };
  const flag = aFlag({
    ladder: { ...aFlag().ladder, segment: 'pilots' },
    environments: {
      staging: { ...config, rules: [aRule([{ segment: 'ourselves' }])] },
      production: { ...config, rules: [aRule([deep, { attribute: 'user', op: 'exists', values: [] }])] },
    },
  });
  const { segments, flags } = namedByFlag(flag);
  assert.deepEqual(
    [[...segments].toSorted((a, b) => a.localeCompare(b)), [...flags]],
    [['ourselves', 'pilots', 'staff'], ['search']],
  );
});
