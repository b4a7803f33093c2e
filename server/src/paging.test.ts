import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, readCursor } from './paging.ts';

test('a page names its last row, and the cursor leads on from it', () => {
  const rows = [
    { at: '2026-11-20T10:00:00.000Z', id: 'b' },
    { at: '2026-11-19T10:00:00.000Z', id: 'a' },
  ];
  const page = pageOf(rows, 1, (last) => [last.at, last.id]);
  assert.deepEqual(page.items, rows.slice(0, 1));
  assert.deepEqual(readCursor(page.next ?? '', ['time', 'text']), ['2026-11-20T10:00:00.000Z', 'b']);
  assert.equal(pageOf(rows, 2, (last) => [last.at]).next, null);
});

test('a cursor that we did not make starts the list anew, and nothing of it reaches a query', () => {
  const made = (...parts: string[]) => Buffer.from(parts.join('\n')).toString('base64url');
  assert.equal(readCursor(undefined, ['number']), null);
  for (const wrong of ['x', '-1', '1e9', '', '99999999999999999']) assert.equal(readCursor(made(wrong), ['number']), null, wrong);
  for (const wrong of [
    '2026-13-45T99:99:99.999Z',
    'infinity',
    '2026-11-20',
    '2026-02-30T10:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
  ])
    assert.equal(readCursor(made(wrong, 'a'), ['time', 'text']), null, wrong);
  for (const wrong of ['\u0000', "'; drop", 'ü']) assert.equal(readCursor(made(wrong), ['text']), null, wrong);
  assert.equal(readCursor(made('a', 'b'), ['text']), null);
  assert.deepEqual(readCursor(made('12'), ['number']), ['12']);
});
