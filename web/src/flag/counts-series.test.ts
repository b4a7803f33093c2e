import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsSeries } from './counts-series.ts';

const now = Date.parse('2026-11-16T09:30:00.000Z');
const item = (at: string, variant: string, evaluations: number) => ({ at, variant, evaluations, exposures: 1 });

test('every day has its bar, also one without any, and variants stand in one order', () => {
  const items = [
    item('2026-11-14T00:00:00.000Z', 'off', 3),
    item('2026-11-16T00:00:00.000Z', 'off', 1),
    item('2026-11-16T00:00:00.000Z', 'on', 9),
  ];
  const { bars, totals, most } = countsSeries({ step: 'day', items }, 3, now);
  assert.deepEqual(
    bars.map(({ at, total, parts }) => [at.slice(0, 10), total, parts.map(({ variant }) => variant).join('+')]),
    [
      ['2026-11-14', 3, 'off'],
      ['2026-11-15', 0, ''],
      ['2026-11-16', 10, 'on+off'],
    ],
  );
  assert.deepEqual(totals, [
    { variant: 'on', evaluations: 9, exposures: 1 },
    { variant: 'off', evaluations: 4, exposures: 2 },
  ]);
  assert.equal(most, 10);
});

test('a day has twenty-four hours, and nothing counted is nothing at all', () => {
  const { bars, most } = countsSeries({ step: 'hour', items: [] }, 1, now);
  assert.deepEqual([bars.length, bars.at(-1)?.at, most], [24, '2026-11-16T09:00:00.000Z', 0]);
});
