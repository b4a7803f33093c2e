import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dateOfDay, dayNumber, weekdayOfDay } from './day-number.ts';

test('days are counted from 1970-01-01, across leap years', () => {
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(dayNumber('2024-02-29'), 19782);
  assert.equal(dateOfDay(19782), '2024-02-29');
  assert.equal(dateOfDay(-1), '1969-12-31');
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2024-03-01', -1), '2024-02-29');
});

test('Monday is 1 and Sunday is 7, before 1970 too', () => {
  assert.equal(weekdayOfDay(dayNumber('2026-11-22')), 7);
  assert.equal(weekdayOfDay(dayNumber('2026-11-23')), 1);
  assert.equal(weekdayOfDay(dayNumber('1969-12-28')), 7);
  assert.equal(weekdayOfDay(dayNumber('1969-12-29')), 1);
});

test('what is not a date is refused', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', '2026-1-1', '2026-01-01T00:00', ' 2026-01-01']) {
    assert.throws(() => dayNumber(text), RangeError, text);
  }
});
