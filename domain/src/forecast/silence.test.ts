import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from './day-number.ts';
import { exampleRecord } from './forecast-examples.ts';
import { dayAfterLastDone, findSilence } from './silence.ts';

const today = '2026-11-23';
/** Ten working days before 2026-11-23 (a Monday) the last completion is on Friday 2026-11-06. */
const until = (lastDone: string, every = 1) => {
  let counter = 0;
  const rows = exampleRecord({ today, length: 182, doneOn: () => 0 });
  return rows.map((row) =>
    row.working && row.date <= lastDone && counter++ % every === 0 ? Object.assign({}, row, { done: 1 }) : row,
  );
};

test('ten working days without a completion are a silence, nine are not', () => {
  assert.deepEqual(findSilence(until('2026-11-06'), today), { lastDone: '2026-11-06', workingDays: 10 });
  assert.equal(findSilence(until('2026-11-09'), today), null);
});

test('it is read from the day after the last completion', () => {
  assert.equal(dayAfterLastDone({ lastDone: '2026-11-06', workingDays: 10 }), '2026-11-07');
});

test('a completion today ends it; today without one adds nothing', () => {
  const rows = until('2026-11-06');
  const finished = rows.map((row) => (row.date === today ? Object.assign({}, row, { done: 1 }) : row));
  assert.equal(findSilence(finished, today), null);
  assert.equal(findSilence(until('2026-11-09'), today), null);
});

test('completions after the asked day are not seen', () => {
  const rows = [...until('2026-11-06'), { date: addDays(today, 1), done: 1, working: true, available: 1 }];
  assert.equal(findSilence(rows, today)?.workingDays, 10);
});

test('a slow team is silent only after three times its longest usual gap', () => {
  // One completion every fifth working day: gaps of 4 working days, so 12 of them are the line.
  const everyFifth = (quiet: number) => {
    const rows = exampleRecord({ today, length: 182, doneOn: () => 0 });
    const working = rows.filter((row) => row.working && row.date < today).toReversed();
    const done = new Set(working.filter((_, index) => index >= quiet && (index - quiet) % 5 === 0).map((row) => row.date));
    return rows.map((row) => (done.has(row.date) ? Object.assign({}, row, { done: 1 }) : row));
  };
  assert.equal(findSilence(everyFifth(11), today), null);
  assert.equal(findSilence(everyFifth(12), today)?.workingDays, 12);
});

test('one long holiday among many gaps does not hide the next silence', () => {
  const rows = until('2026-11-06').map((row) =>
    row.date >= '2026-08-03' && row.date <= '2026-08-28' ? Object.assign({}, row, { done: 0 }) : row,
  );
  assert.equal(findSilence(rows, today)?.workingDays, 10);
});

test('days off and days with nobody there are not silent days', () => {
  const rows = until('2026-11-06').map((row) => (row.date === '2026-11-16' ? Object.assign({}, row, { available: 0 }) : row));
  assert.equal(findSilence(rows, today), null);
});

test('a team that never finished anything is not silent, and one completion is enough to be', () => {
  assert.equal(findSilence(exampleRecord({ today, length: 60, doneOn: () => 0 }), today), null);
  const once = exampleRecord({
    today,
    length: 60,
    doneOn: (daysAgo) => (daysAgo === 60 || daysAgo === 59 || daysAgo === 58 ? 1 : 0),
  });
  assert.ok(findSilence(once, today));
});
