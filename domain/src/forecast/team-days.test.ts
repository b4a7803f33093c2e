import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordVersion } from './record-version.ts';
import { teamDays, type TeamDaysInput } from './team-days.ts';

const record = (change: Partial<TeamDaysInput> = {}) =>
  teamDays({
    doneAt: [],
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    since: '2026-11-18T12:00:00Z',
    now: '2026-11-22T12:00:00Z',
    ...change,
  });

test('a new team’s record begins on its first day and ends today', () => {
  const { today, days } = record();
  assert.equal(today, '2026-11-22');
  assert.deepEqual(
    days.map((row) => [row.date, row.working]),
    [
      ['2026-11-18', true],
      ['2026-11-19', true],
      ['2026-11-20', true],
      ['2026-11-21', false],
      ['2026-11-22', false],
    ],
  );
});

test('an imported history is older than the team, and counts from its first completion', () => {
  const { days } = record({ doneAt: ['2026-11-20T10:00:00Z', '2026-11-10T10:00:00Z'] });
  assert.equal(days[0]?.date, '2026-11-10');
  assert.equal(days[0]?.done, 1);
  assert.equal(days.length, 13);
});

test('a record reads 182 days before today and no more', () => {
  const { days } = record({ since: '2020-01-01T00:00:00Z', doneAt: ['2026-05-23T22:30:00Z', '2026-05-23T21:30:00Z'] });
  assert.equal(days.length, 183);
  assert.equal(days[0]?.date, '2026-05-24');
  assert.equal(days[0]?.done, 1);
});

test('completions are counted on the team’s day, not the server’s', () => {
  const done = ['2026-11-19T22:59:00Z', '2026-11-19T23:01:00Z', '2026-11-20T12:00:00+02:00'];
  const { days } = record({ doneAt: done });
  assert.deepEqual(
    days.map((row) => row.done),
    [0, 1, 2, 0, 0],
  );
});

test('what is done at this moment counts, what is in the future does not', () => {
  const { days } = record({ doneAt: ['2026-11-22T12:00:00Z', '2026-11-22T12:00:01Z', '2026-11-30T12:00:00Z'] });
  assert.equal(days.at(-1)?.done, 1);
  assert.equal(days.length, 5);
});

test('a team that begins in the future has today', () => {
  assert.deepEqual(
    record({ since: '2027-01-01T00:00:00Z' }).days.map((row) => row.date),
    ['2026-11-22'],
  );
});

test('a pause has nobody there on its first and last day and between, and an open one lasts', () => {
  const available = (to: string | null) => record({ pauses: [{ from: '2026-11-19', to }] }).days.map((row) => row.available);
  assert.deepEqual(available('2026-11-20'), [1, 0, 0, 1, 1]);
  assert.deepEqual(available(null), [1, 0, 0, 0, 0]);
});

test('a record’s version changes with its facts before today, and with nothing else', () => {
  const { days, today } = record({ doneAt: ['2026-11-19T12:00:00Z'] });
  const version = recordVersion(days, today);
  assert.match(version, /^[0-9a-f]{8}$/);
  assert.equal(recordVersion(record({ doneAt: ['2026-11-19T15:00:00Z', '2026-11-22T10:00:00Z'] }).days, today), version);
  assert.notEqual(recordVersion(record({ doneAt: ['2026-11-20T12:00:00Z'] }).days, today), version);
  assert.notEqual(recordVersion(record({ doneAt: ['2026-11-19T12:00:00Z'], workingDays: [1, 2, 3, 4] }).days, today), version);
  const pauses = [{ from: '2026-11-20', to: null }];
  assert.notEqual(recordVersion(record({ doneAt: ['2026-11-19T12:00:00Z'], pauses }).days, today), version);
});
