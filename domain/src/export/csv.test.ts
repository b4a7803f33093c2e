import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('values with commas, quotes and line breaks stand in quotes, and every line ends as RFC 4180 has it', () => {
  assert.equal(
    csvOf([
      ['a', 'b'],
      ['x, y', 'say "no"'],
      ['two\nlines', ''],
    ]),
    'a,b\r\n"x, y","say ""no"""\r\n"two\nlines",\r\n',
  );
  assert.equal(csvOf([]), '');
});

test('what a spreadsheet would run as a formula is only read', () => {
  const hostile = ['=HYPERLINK("http://x")', '+1', '-1', '@sum', '\tx', '\rx'];
  const fields = hostile.map((value) => csvOf([[value]]));
  for (const written of fields) assert.match(written, /^"?'/);
  assert.equal(csvOf([['a=b', '1-2']]), 'a=b,1-2\r\n');
});
