import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnTypes, isoFromTimestamptz, numberFromInt8 } from './column-types.ts';

const TIMESTAMPTZ_ARRAY = 1185;
const NUMERIC = 1700;
const DATE = 1082;

test('a timestamptz becomes an ISO string in UTC with milliseconds, at every offset PostgreSQL writes', () => {
  assert.equal(isoFromTimestamptz('2026-11-22 10:00:00+00'), '2026-11-22T10:00:00.000Z');
  assert.equal(isoFromTimestamptz('2026-11-22 10:00:00.123456+00'), '2026-11-22T10:00:00.123Z');
  assert.equal(isoFromTimestamptz('2026-11-22 10:00:00.5+05:30'), '2026-11-22T04:30:00.500Z');
  assert.equal(isoFromTimestamptz('2026-11-22 23:00:00-08'), '2026-11-23T07:00:00.000Z');
  assert.equal(isoFromTimestamptz('infinity'), 'infinity');
  assert.equal(isoFromTimestamptz('0044-03-15 12:00:00+00 BC'), '0044-03-15 12:00:00+00 BC');
});

test('a time an entity holds is read back as it was written', () => {
  const time = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(time, (date) => {
      const iso = date.toISOString();
      assert.equal(isoFromTimestamptz(`${iso.slice(0, -1).replace('T', ' ')}+00`), iso);
    }),
  );
});

test('an int8 is a number, and one that a number cannot hold is an error, not a wrong figure', () => {
  assert.equal(numberFromInt8('9007199254740991'), Number.MAX_SAFE_INTEGER);
  assert.throws(() => numberFromInt8('9007199254740993'), /too large to be read exactly/);
});

test('numerics are numbers, dates stay as written, arrays follow their elements', () => {
  const read = (oid: number, text: string): unknown => columnTypes.getTypeParser(oid, 'text')(text);
  assert.equal(read(NUMERIC, '12.50'), 12.5);
  assert.equal(read(DATE, '2026-11-22'), '2026-11-22');
  assert.deepEqual(read(TIMESTAMPTZ_ARRAY, '{"2026-11-22 10:00:00+00",NULL}'), ['2026-11-22T10:00:00.000Z', null]);
});
