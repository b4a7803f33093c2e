import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presenceLimits, readPlace, sayPlace } from './place.ts';

test('what a client says of a place is read as it was meant', () => {
  const places = [
    { subjectId: 'sto_01jd', field: null },
    { subjectId: 'idea_01jd', field: 'context' },
    { subjectId: 'tsk_01jd', field: 'criterion:ac_01jd' },
  ];
  for (const place of places) assert.deepEqual(readPlace(sayPlace(place)), place);
  assert.equal(readPlace(sayPlace(null)), null);
  assert.deepEqual(readPlace('{"type":"here","subjectId":"sto_1"}'), { subjectId: 'sto_1', field: null });
});

test('everything else is refused', () => {
  const refused = [
    '',
    'here',
    'null',
    '[]',
    '{"type":"here"}',
    '{"type":"there","subjectId":"sto_1"}',
    '{"type":"here","subjectId":"mem_1"}',
    '{"type":"here","subjectId":"sto_"}',
    '{"type":"here","subjectId":7}',
    '{"type":"here","subjectId":"sto_1","field":7}',
    '{"type":"here","subjectId":"sto_1","field":""}',
    '{"type":"here","subjectId":"sto_1","field":"a b"}',
    '{"type":"here","subjectId":"sto_1","field":"criterion:<b>"}',
    `{"type":"here","subjectId":"sto_${'1'.repeat(41)}"}`,
    `${sayPlace(null)}${' '.repeat(presenceLimits.message)}`,
  ];
  for (const text of refused) assert.equal(readPlace(text), 'refused', text);
});
