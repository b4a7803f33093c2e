import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagFingerprint } from './flag-fingerprint.ts';

test('twenty thousand answers are those of the release before', () => {
  assert.equal(flagFingerprint(20_000), '4cee4266');
});
