import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseGithubIssues } from './github-issues.ts';
import { aGhIssue, aRestIssue } from './import-examples.ts';
import { ImportRecord } from './import-record.ts';

const hostileValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '2026-01-01T00:00:00Z',
    '0000-01-01T00:00:00+23:00',
    '9999-12-31T23:59:59-12:00',
    'OPEN',
    'closed',
    '\u0000',
    '\uD800',
    '',
  ),
  fc.string({ unit: 'binary' }),
  fc.integer(),
);
const fields = Object.keys({ ...aGhIssue(), ...aRestIssue(), pull_request: null });

test('whatever stands in a field, a file is refused with reasons or gives valid records', () => {
  const damage = fc.tuple(fc.constantFrom(...fields), hostileValue);
  fc.assert(
    fc.property(fc.constantFrom(aGhIssue, aRestIssue), fc.array(damage, { maxLength: 3 }), (build, damages) => {
      const file = parseGithubIssues(JSON.stringify([build(Object.fromEntries(damages))]));
      if (file.ok) for (const record of file.records) ImportRecord.parse(record);
      else assert.ok(file.problems.length > 0 && file.problemCount >= file.problems.length);
    }),
    { numRuns: 2_000 },
  );
});

test('any JSON at all is answered', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const file = parseGithubIssues(text);
      assert.ok(file.ok || file.problemCount > 0);
    }),
    { numRuns: 2_000 },
  );
});
