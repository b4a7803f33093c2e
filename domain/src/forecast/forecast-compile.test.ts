import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileRecord, rosterExtra, TABLE_SIZE, type DayRow } from './forecast-compile.ts';

const today = '2026-11-23';
const day = (date: string, done: number, rest: Partial<DayRow> = {}): DayRow => ({
  date,
  done,
  working: true,
  available: 1,
  ...rest,
});
const table = (days: DayRow[], weekday: number, on = today) =>
  Array.from(compileRecord(days, on).tables.slice((weekday - 1) * TABLE_SIZE, weekday * TABLE_SIZE));
const shareOf = (values: number[], value: number) => values.filter((one) => one === value).length;
const about = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test('each weekday has a table of its own, and one without any day holds zeros', () => {
  const days = [day('2026-11-16', 3), day('2026-11-17', 5)];
  assert.equal(shareOf(table(days, 1), 3), TABLE_SIZE);
  assert.equal(shareOf(table(days, 2), 5), TABLE_SIZE);
  assert.equal(shareOf(table(days, 3), 0), TABLE_SIZE);
  assert.equal(shareOf(table(days, 7), 0), TABLE_SIZE);
});

test('a day 60 days older weighs half, and tables ascend', () => {
  // 2026-10-12 and 2026-08-10 are Mondays 63 days apart; seen from days that make the weights 1/2 and 1/2 · 2^(−63/60).
  const values = table([day('2026-08-10', 9), day('2026-10-12', 2)], 1);
  const older = 2 ** (-63 / 60);
  assert.equal(shareOf(values, 9), Math.round((TABLE_SIZE * older) / (1 + older)));
  assert.deepEqual(
    values,
    values.toSorted((a, b) => a - b),
  );
});

test('what counts as known is weighted by age: a completion 60 days ago is half a completion', () => {
  about(compileRecord([day('2026-09-24', 4)], today).n, 2);
  about(compileRecord([day('2026-11-22', 1)], today).n, 2 ** (-1 / 60));
});

test('a day with half of the team there counts for a whole day with twice as much', () => {
  assert.equal(shareOf(table([day('2026-11-16', 2, { available: 0.5 })], 1), 4), TABLE_SIZE);
});

test('days off, days with nobody there, today, the future and what is older than 182 days leave the pools', () => {
  const days = [
    day('2026-05-25', 7),
    day('2026-11-16', 7, { working: false }),
    day('2026-11-09', 7, { available: 0 }),
    day('2026-11-23', 7),
    day('2026-11-30', 7),
  ];
  const none = compileRecord(days, '2026-11-23');
  assert.equal(compileRecord([day('2026-05-25', 7)], '2026-11-23').n > 0, true);
  assert.equal(compileRecord([day('2026-05-25', 7)], '2026-11-24').n, 0);
  about(none.n, 7 * 2 ** (-182 / 60));
  assert.equal(shareOf(table(days.slice(1), 1), 0), TABLE_SIZE);
  assert.equal(compileRecord(days.slice(1), today).weeklyRate, 0);
});

test('the weekly rate adds up the weighted means of the weekdays', () => {
  const days = [day('2026-11-16', 3), day('2026-11-17', 1), day('2026-11-18', 0)];
  about(compileRecord(days, today).weeklyRate, 4);
});

test('the spread is 0.30 at least, wider with few completions, few days and a changed roster, and 0.9 at most', () => {
  const manyDays = Array.from({ length: 100 }, (_, index) =>
    day(`2026-${index < 31 ? '08' : '10'}-${String((index % 31) + 1).padStart(2, '0')}`, 0),
  );
  const sigmaOf = (days: DayRow[], extra = 0) => compileRecord(days, today, extra).sigma;
  about(sigmaOf([]), 0.9);
  const one = day('2026-11-22', 100);
  const known = 100 * 2 ** (-1 / 60);
  const hundred = [...manyDays, one];
  about(sigmaOf(hundred), Math.sqrt(0.09 + 1.5 / known + (4 / 101) ** 2));
  about(sigmaOf(hundred, 0.05), Math.sqrt(0.09 + 1.5 / known + (4 / 101) ** 2 + 0.05));
  about(sigmaOf(hundred, 5), 0.9);
  // Days off are days of record too; days with nobody there are not.
  const off = manyDays.map((row) => Object.assign({}, row, { working: false }));
  about(sigmaOf([...off, one]), sigmaOf(hundred));
  const away = manyDays.map((row) => Object.assign({}, row, { available: 0 }));
  about(sigmaOf([...away, one]), 0.9);
  about(sigmaOf([...manyDays, day('2026-11-22', 1)]), 0.9);
  // Below one known completion the spread grows no more.
  about(sigmaOf([...manyDays, day('2026-11-22', 0)]), 0.9);
});

test('a changed roster widens the forecast by 0.25 · ln(f)², halving every 30 days', () => {
  about(rosterExtra([{ date: today, factor: 2 }], today), 0.25 * Math.LN2 ** 2);
  about(rosterExtra([{ date: '2026-10-24', factor: 0.5 }], today), 0.125 * Math.LN2 ** 2);
  about(rosterExtra([{ date: '2026-11-24', factor: 3 }], today), 0);
  about(
    rosterExtra(
      [
        { date: today, factor: 2 },
        { date: today, factor: 2 },
      ],
      today,
    ),
    0.5 * Math.LN2 ** 2,
  );
  assert.equal(rosterExtra([], today), 0);
});

test('a table holds each value within one entry of its weighted share, whatever the record', () => {
  const mondays = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'];
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 }), (values) => {
      const days = mondays.map((date, index) => day(date, values[index] ?? 0));
      const weights = mondays.map((_, index) => 2 ** (-(28 - 7 * index) / 60));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      const compiled = table(days, 1);
      values.forEach((value, index) => {
        const share = ((weights[index] ?? 0) / all) * TABLE_SIZE;
        assert.ok(Math.abs(shareOf(compiled, value) - share) <= 1);
      });
    }),
  );
});
