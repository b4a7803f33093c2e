import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeWords } from './outcome-words.ts';

test('a result is told with its unit and day, with or without where it stands today', () => {
  const outcome = { kind: 'metric', metric: 'Typos', unit: 'a day', baseline: 8, target: 1, date: '2027-03-12' } as const;
  assert.equal(outcomeWords(outcome), 'Typos: from 8 a day to 1 a day by 12 March 2027.');
  assert.equal(outcomeWords({ ...outcome, baseline: null, unit: '' }), 'Typos: to 1 by 12 March 2027.');
});

test('a story without a metric says why', () => {
  assert.equal(outcomeWords({ kind: 'none', because: 'the law asks for it' }), 'No metric, because the law asks for it');
});
