import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf, plannedSteps } from './climb-plan.ts';

const now = Date.parse('2026-11-17T09:00:00.000Z');
const plan = { shares: '25, 50, 100', days: '2', enough: '20' };

/** What is said of a plan that is none. */
function complaint(given: Partial<typeof plan>): string {
  const planned = plannedSteps({ ...plan, ...given }, 5, now);
  assert.ok(typeof planned === 'string', 'it was taken');
  return planned;
}

test('shares become steps with the days between them', () => {
  assert.deepEqual(plannedSteps(plan, 5, now), {
    enough: 20,
    steps: [
      { at: '2026-11-19T09:00:00.000Z', percent: 25 },
      { at: '2026-11-21T09:00:00.000Z', percent: 50 },
      { at: '2026-11-23T09:00:00.000Z', percent: 100 },
    ],
  });
  assert.deepEqual(plannedSteps({ ...plan, shares: '25 → 50 %', days: '0,5' }, 5, now), {
    enough: 20,
    steps: [
      { at: '2026-11-17T21:00:00.000Z', percent: 25 },
      { at: '2026-11-18T09:00:00.000Z', percent: 50 },
    ],
  });
});

test('what is no climb is said in a sentence', () => {
  for (const shares of ['', '5', '50, 25', '50, 120', 'many']) assert.match(complaint({ shares }), /growing shares above 5/);
  for (const days of ['0', '-1', 'soon', '400']) assert.match(complaint({ days }), /how many days/);
  for (const enough of ['-1', '1.5', 'some']) assert.match(complaint({ enough }), /whole number/);
});

test('what is still to come is written as it was', () => {
  const planned = plannedSteps(plan, 5, now);
  assert.ok(typeof planned !== 'string');
  assert.deepEqual(planOf(planned), plan);
  assert.equal(planOf({ steps: [] }), null);
});
