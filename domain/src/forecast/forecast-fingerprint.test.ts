import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecastFingerprint } from './forecast-fingerprint.ts';
import { FORECAST_VERSION } from './gate.ts';

test('the algorithm of this version gives these numbers, bit for bit', () => {
  assert.deepEqual([FORECAST_VERSION, forecastFingerprint()], ['F0.1', '4f099882']);
});
