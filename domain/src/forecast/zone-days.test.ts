import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOfDay } from './day-number.ts';
import { dayFinder, startOfDayIn } from './zone-days.ts';

const dateIn = (zone: string, instant: string) => dateOfDay(dayFinder(zone)(instant));

test('a day begins at midnight of the zone', () => {
  assert.equal(dateIn('Europe/Berlin', '2026-11-22T22:59:59.999Z'), '2026-11-22');
  assert.equal(dateIn('Europe/Berlin', '2026-11-22T23:00:00Z'), '2026-11-23');
  assert.equal(dateIn('America/Los_Angeles', '2026-11-22T07:59:59Z'), '2026-11-21');
  assert.equal(dateIn('Asia/Kathmandu', '2026-11-22T18:15:00Z'), '2026-11-23');
});

test('a date begins at the first moment of its day in the zone, and what is no date never', () => {
  assert.equal(startOfDayIn('Europe/Berlin')('2026-11-23'), '2026-11-22T23:00:00.000Z');
  assert.equal(startOfDayIn('Europe/Berlin')('2026-07-01'), '2026-06-30T22:00:00.000Z');
  // On that day clocks in São Paulo went from 0:00 to 1:00.
  assert.equal(startOfDayIn('America/Sao_Paulo')('2018-11-04'), '2018-11-04T03:00:00.000Z');
  assert.equal(startOfDayIn('UTC')('-00797-02-0'), '');
});

test('days stay right at both changes of daylight time, asked in any order', () => {
  const instants = [
    '2026-03-28T23:00:00Z',
    '2026-10-25T22:59:59Z',
    '2026-03-29T21:59:59Z',
    '2026-10-24T22:00:00Z',
    '2026-10-25T23:00:00Z',
    '2026-03-29T22:00:00Z',
  ];
  const dates = ['2026-03-29', '2026-10-25', '2026-03-29', '2026-10-25', '2026-10-26', '2026-03-30'];
  assert.deepEqual(
    instants.map((instant) => dateIn('Europe/Berlin', instant)),
    dates,
  );
});

test('a clock that goes back at midnight gives that hour to the day before', () => {
  const instants = ['2026-10-24T20:59:59Z', '2026-10-24T21:00:00Z', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'];
  assert.deepEqual(
    instants.map((instant) => dateIn('Asia/Beirut', instant)),
    ['2026-10-24', '2026-10-24', '2026-10-24', '2026-10-25'],
  );
});

test('the finder agrees with the calendar in every zone and year', () => {
  const zones = [
    'UTC',
    'Europe/Dublin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/Sao_Paulo',
  ];
  const instants = fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (zone, date) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
      assert.equal(dateIn(zone, date.toISOString()), expected);
    }),
    { numRuns: 300 },
  );
});

test('an unknown zone and what is no instant are refused', () => {
  assert.throws(() => dateIn('Mars/Olympus', '2026-11-22T00:00:00Z'), RangeError);
  assert.throws(() => dateIn('UTC', 'yesterday'), RangeError);
});
