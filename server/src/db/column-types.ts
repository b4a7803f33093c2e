import pg from 'pg';

// How PostgreSQL's columns become plain JSON-shaped values: times are ISO strings in UTC, counts are numbers. It never makes a Date.

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
// Widened: pg's list of known types has no arrays.
const TEXT_ARRAY: number = 1009;

/** The oid of an array type, and the oid of its elements. */
const ELEMENT_OF_ARRAY = new Map([
  [1016, INT8],
  [1231, NUMERIC],
  [1182, DATE],
  [1115, TIMESTAMP],
  [1185, TIMESTAMPTZ],
]);

/**
 * `2026-11-22 10:00:00.5+00` → `2026-11-22T10:00:00.500Z`, at any offset; microseconds are cut off.
 * `infinity` and years outside 0001–9999 come back as PostgreSQL wrote them.
 */
export function isoFromTimestamptz(text: string): string {
  if (!/^\d{4}-/.test(text) || text.endsWith(' BC')) return text;
  const withColon = text.replace(/([+-]\d\d)$/, '$1:00');
  return new Date(withColon.replace(' ', 'T')).toISOString();
}

/** An int8 as a number; throws a RangeError above 2^53 − 1 rather than round. */
export function numberFromInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The stored number ${text} is too large to be read exactly.`);
  return value;
}

const asWritten = (text: string): string => text;

const READERS = new Map<number, (text: string) => unknown>([
  [INT8, numberFromInt8],
  [NUMERIC, Number],
  [DATE, asWritten],
  [TIMESTAMP, asWritten],
  [TIMESTAMPTZ, isoFromTimestamptz],
]);

function arrayReader(read: (text: string) => unknown): (text: string) => unknown {
  const split: (text: string) => unknown = pg.types.getTypeParser(TEXT_ARRAY, 'text');
  const readDeep = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(readDeep);
    return typeof value === 'string' ? read(value) : value;
  };
  return (text) => readDeep(split(text));
}

function readerOf(oid: number): ((text: string) => unknown) | undefined {
  const own = READERS.get(oid);
  if (own) return own;
  const element = READERS.get(ELEMENT_OF_ARRAY.get(oid) ?? 0);
  return element && arrayReader(element);
}

/** For the `types` of a pg client or pool; everything not named above is read as pg reads it. */
export const columnTypes: pg.CustomTypesConfig = {
  // pg's own declaration answers `any`; the reader of a column cannot be typed by its oid.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : readerOf(oid)) ?? pg.types.getTypeParser(oid, format),
};
