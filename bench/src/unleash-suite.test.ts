import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runUnleashSuite } from './unleash-suite.ts';

test("every case of Unleash's client specification is answered as Unleash answers it", () => {
  assert.deepEqual(runUnleashSuite(), { cases: 279, failed: [] });
});
