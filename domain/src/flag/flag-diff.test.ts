import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, threeEnvironments } from '../ladder/ladder-examples.ts';
import { onRung } from '../ladder/rungs.ts';
import { aRule } from './flag-examples.ts';
import { configDifferences, flagDifferences, type FlagNames } from './flag-diff.ts';
import type { FlagConfig } from './flag.ts';

const names: FlagNames = {
  environments: threeEnvironments,
  segments: new Map([['ourselves', 'Ourselves']]),
  personOf: (id) => (id === null ? 'nobody' : 'Mia'),
  storyOf: () => 'STORY-3',
};
const config = (given: Partial<FlagConfig> = {}): FlagConfig => ({
  enabled: true,
  rules: [],
  fallthrough: { variant: 'off' },
  offVariant: 'off',
  version: 1,
  ...given,
});
const told = (before: FlagConfig, after: FlagConfig) =>
  configDifferences(before, after, 'Production', names.segments).map(({ kind, text, before: was }) => [kind, text, was]);
const [first, second] = [
  aRule([{ segment: 'ourselves' }], { variant: 'on' }, { id: '1', title: '' }),
  aRule([], { variant: 'on' }, { id: '2', title: 'All' }),
];

test('what is the same but for its number has no difference', () => {
  assert.deepEqual(told(config(), config({ version: 9 })), []);
  assert.deepEqual(flagDifferences(aFlag(), aFlag(), names), []);
});

test('rules that come, go, change and change places are told, each in its sentence', () => {
  assert.deepEqual(told(config({ rules: [first] }), config({ rules: [second] })), [
    ['removed', 'When they belong to Ourselves: serve on.', undefined],
    ['added', 'All. For everybody: serve on.', undefined],
  ]);
  const changed = { ...first, serve: { variant: 'off' } };
  assert.deepEqual(told(config({ rules: [first, second] }), config({ rules: [second, changed] })), [
    ['changed', 'When they belong to Ourselves: serve off.', 'When they belong to Ourselves: serve on.'],
    ['changed', 'The rules are asked in another order.', undefined],
  ]);
});

test('a difference beyond the values that are written out is told too', () => {
  const with9 = (last: string) => {
    const values = [...Array.from({ length: 8 }, (_, index) => `c${index}`), last];
    return config({ rules: [{ ...first, when: [{ attribute: 'customer', op: 'in', values }] }] });
  };
  assert.match(String(told(with9('x'), with9('y'))[0]?.[1]), /Its values are others than before\.$/);
});

test('the switch, what everybody else gets and what is given while off', () => {
  assert.deepEqual(told(config(), config({ enabled: false, fallthrough: { variant: 'on' }, offVariant: null })), [
    ['changed', 'Switched off, whatever its rules say.', undefined],
    ['changed', 'Everybody else: serve on.', 'Everybody else: serve off.'],
    ['changed', 'While off: the default in the code.', 'While off: serve off.'],
  ]);
});

test('a move names the rung and what it means in each environment', () => {
  const before = aFlag();
  const differences = flagDifferences(before, onRung(before, 'development', threeEnvironments), names);
  assert.deepEqual(
    differences.map(({ where, text }) => [where, text]),
    [
      [null, 'Rung: development.'],
      ['Development', 'Switched on: its rules answer.'],
      ['Development', 'Everybody else: serve on.'],
      ['Staging', 'Switched on: its rules answer.'],
      ['Staging', 'Everybody else: serve on.'],
    ],
  );
});

test('what holds everywhere is told once', () => {
  const before = aFlag({ excluded: ['acme'], storyIds: [] });
  const after = aFlag({
    title: 'Pay at once',
    ownerId: null,
    clientSide: true,
    archivedAt: before.createdAt,
    variants: { on: true, off: false, trial: true },
    excluded: ['initech'],
    storyIds: ['sto_3' as never],
  });
  assert.deepEqual(
    flagDifferences(before, after, names).map(({ text }) => text),
    [
      'Title: Pay at once.',
      'Owner: nobody.',
      'Browsers may see it.',
      'Archived.',
      'Variant trial = true.',
      'Serves STORY-3.',
      'Off for initech, on every rung.',
      'No longer off for acme.',
    ],
  );
});
