// On what a gate stands: a declared rate, an early record, a measured one, or the last one before a silence or a pause.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleRecord } from './forecast-examples.ts';
import { gate, lately, steadily, today } from './gate-examples.ts';
import type { GateInput } from './gate.ts';

test('fewer than 5 days with a completion, or 7 completions, is a cold start', () => {
  assert.equal(gate({ days: lately([9, 9, 9, 9]) }).window.basis, 'declared');
  assert.equal(gate({ days: lately([2, 1, 1, 1, 1]) }).window.basis, 'declared');
  assert.equal(gate({ days: lately([2, 2, 1, 1, 1]) }).window.basis, 'early');
});

test('completions of today do not end the cold start before tomorrow', () => {
  const days = lately([2, 2, 1, 1]).map((row) => (row.date === today ? Object.assign({}, row, { done: 3 }) : row));
  assert.equal(gate({ days }).window.basis, 'declared');
});

test('completions on days off alone measure nothing', () => {
  const days = exampleRecord({ today, length: 60, doneOn: () => 0 }).map((row) =>
    row.working ? row : Object.assign({}, row, { done: 1 }),
  );
  assert.equal(gate({ days }).window.basis, 'declared');
});

test('to eight weeks a record is early, from then on measured', () => {
  const basis = (length: number) => gate({ days: exampleRecord({ today, length, doneOn: steadily }) }).window.basis;
  assert.equal(basis(55), 'early');
  assert.equal(basis(56), 'measured');
  assert.match(
    gate({ days: exampleRecord({ today, length: 55, doneOn: steadily }) }).window.sentence,
    /\(early, \d+ completions\)/,
  );
});

test('a declared cap is six tenths of the declared rate, whole, and 2 at least', () => {
  const window = (declaredWeekly: number, change: Partial<GateInput> = {}) =>
    gate({ days: [], declaredWeekly, ...change }).window;
  assert.deepEqual([window(5).k, window(5).floored, window(5).k50, window(5).measuredK], [12, false, null, null]);
  assert.equal(window(4.9).k, 11);
  assert.equal(window(5, { windowDays: 14 }).k, 6);
  assert.deepEqual([window(0).k, window(0).floored, window(0).weeks], [2, true, null]);
  assert.deepEqual([window(0.9).k, window(0.9).floored], [2, false]);
  assert.deepEqual([window(0.8).k, window(0.8).floored], [2, true]);
  assert.deepEqual([window(5).weeks, window(5).weeklyRate, window(5).level], [3.7, 5, 0.85]);
  assert.deepEqual([window(2).level, window(1.9).level], [0.85, 0.7]);
  const empty = gate({ days: [], inFlight: 0, waiting: 0, declaredWeekly: 0 });
  assert.deepEqual(
    [empty.window.weeks, empty.window.doneBy, empty.window.probability, empty.probabilityOf(1), empty.doneByOf(1)],
    [0, null, null, null, null],
  );
});

test('a team under two items a week is measured at 70 %', () => {
  // Every Monday finishes 1, every Tuesday the given number: the weekly rate is exact.
  const rate = (tuesday: number) =>
    exampleRecord({ today, length: 182, doneOn: (_, weekday) => (weekday === 1 ? 1 : weekday === 2 ? tuesday : 0) });
  const two = gate({ days: rate(1) }).window;
  assert.deepEqual([two.level, Math.round(two.weeklyRate * 1e9) / 1e9], [0.85, 2]);
  const one = gate({ days: rate(0) });
  assert.equal(one.window.level, 0.7);
  assert.ok((one.probabilityOf(one.window.measuredK ?? 0) ?? 0) >= 0.7);
  assert.ok((one.probabilityOf((one.window.measuredK ?? 0) + 1) ?? 1) < 0.7);
});

test('a silence with work in flight lets the last room stand, as of the day after the last completion', () => {
  const days = exampleRecord({ today, length: 182, doneOn: (daysAgo) => (daysAgo > 16 ? 1 : 0) });
  const silent = gate({ days });
  // The last completion was 17 days ago, on Friday 6 November; ten working days followed.
  assert.deepEqual(silent.window.suppressed, { reason: 'silence', since: '2026-11-07', workingDays: 10 });
  const before = gate({ days, today: '2026-11-07' }).window;
  assert.deepEqual([silent.window.k, silent.window.k50, silent.window.seed], [before.k, before.k50, before.seed]);
  assert.deepEqual([silent.window.doneBy, silent.window.weeks, silent.window.probability], [null, null, null]);
  assert.deepEqual([silent.probabilityOf(3), silent.doneByOf(1), silent.window.today, silent.window.n], [null, null, today, 11]);
  assert.match(
    silent.window.sentence,
    /^Nothing finished for 10 working days, so no date is given\. The last room stands: room for/,
  );
});

test('without work in flight the same silence says nothing', () => {
  const days = exampleRecord({ today, length: 182, doneOn: (daysAgo) => (daysAgo > 16 ? 1 : 0) });
  assert.equal(gate({ days, inFlight: 0, waiting: 3 }).window.suppressed, null);
  assert.ok(gate({ days, inFlight: 1, waiting: 0 }).window.suppressed);
});

test('a declared pause suppresses from its first to its last day and lets the room before it stand', () => {
  const reason = (from: string, to: string | null) => gate({ pause: { from, to } }).window.suppressed?.reason ?? null;
  assert.equal(reason('2026-11-23', '2026-11-23'), 'pause');
  assert.equal(reason('2026-11-10', '2026-11-22'), null);
  assert.equal(reason('2026-11-24', null), null);
  assert.equal(reason('2026-11-10', null), 'pause');
  const paused = gate({ pause: { from: '2026-11-10', to: null } }).window;
  assert.equal(paused.k, gate({ today: '2026-11-10' }).window.k);
  assert.match(paused.meter, /paused since 10 November$/);
  assert.equal(gate({ pause: null }).window.suppressed, null);
});
