import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPlacement, aTeam } from '../decision-examples.ts';
import type { Gate } from '../forecast/gate.ts';
import { dayFinder } from '../forecast/zone-days.ts';
import { markItems, type MarkInput } from './mark-items.ts';
import type { Placement } from './placement.ts';

const team = aTeam({ windowDays: 28, timeZone: 'Europe/Berlin' });
const now = '2026-11-20T12:00:00.000Z';
const at = (daysAgo: number) => new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString();

function aGate(basis: 'declared' | 'measured', suppressed = false): MarkInput['gate'] {
  // Marks read nothing else of the window.
  const window = { basis, suppressed: suppressed ? { reason: 'pause', since: '2026-11-18' } : null } as unknown as Gate['window'];
  return { window, doneByOf: (place, p = 0.85) => `2026-12-${String(place + (p < 0.85 ? 0 : 10)).padStart(2, '0')}` };
}

function marksOf(open: readonly Placement[], given: Partial<MarkInput> = {}) {
  return markItems({
    team,
    open,
    record: [],
    stays: [],
    gate: aGate('measured'),
    dayOf: dayFinder(team.timeZone),
    now,
    ...given,
  });
}

const placed = (stepId: string, more: Partial<Placement>) => aPlacement(team, { stepId, ...more });
/** Twenty finished items that took 1 to 20 days. */
const record = Array.from({ length: 20 }, (_, index) => ({
  committedAt: at(index + 3),
  startedAt: at(index + 3),
  doneAt: at(3),
  droppedAt: null,
}));
const stays = Array.from({ length: 20 }, (_, index) => ({ stepId: 'building', enteredAt: at(40), leftAt: at(39 - index) }));

test('age and days in the step count both ends, in the team’s zone', () => {
  const [mark] = marksOf([placed('building', { startedAt: '2026-11-17T23:30:00.000Z', enteredStepAt: at(0) })]);
  assert.deepEqual([mark?.age, mark?.inStep], [3, 1]);
});

test('slow is longer in its step than 85 % of past items were when they left it, and never said on too few', () => {
  const slowAfter = (days: number, past = stays) =>
    marksOf([placed('building', { enteredStepAt: at(days - 1) })], { stays: past })[0];
  assert.deepEqual([slowAfter(19)?.slow, slowAfter(20)?.slow], [false, true]);
  assert.equal(slowAfter(19)?.usualInStep, 19);
  assert.equal(slowAfter(300, stays.slice(0, 3))?.slow, false);
  assert.equal(marksOf([placed('review', { enteredStepAt: at(300) })], { stays })[0]?.slow, false);
});

test('stale is longer on the backlog than the window', () => {
  const staleAfter = (days: number) => marksOf([placed('committed', { committedAt: at(days - 1) })])[0]?.stale;
  assert.deepEqual([staleAfter(28), staleAfter(29)], [false, true]);
});

test('what is in flight is estimated from how long such work lasts, what waits from its place in the queue', () => {
  const open = [placed('building', { startedAt: at(4) }), placed('committed', { committedAt: at(1) })];
  const [flying, waiting] = marksOf(open, { record });
  assert.ok(flying?.done50 != null && flying.done85 != null && flying.done50 < flying.done85, JSON.stringify(flying));
  assert.ok(flying.done50 > '2026-11-20');
  assert.deepEqual([waiting?.done50, waiting?.done85], ['2026-12-02', '2026-12-12']);
});

test('nothing is estimated while the rate is only declared, or the window tells nothing', () => {
  for (const gate of [aGate('declared'), aGate('measured', true)]) {
    const marks = marksOf([placed('building', { startedAt: at(4) }), placed('committed', { committedAt: at(1) })], {
      record,
      gate,
    });
    assert.deepEqual(
      marks.flatMap(({ done50, done85 }) => [done50, done85]),
      [null, null, null, null],
    );
  }
});
