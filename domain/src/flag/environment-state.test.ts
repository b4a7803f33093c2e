import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, threeEnvironments } from '../ladder/ladder-examples.ts';
import { configIn, onRung } from '../ladder/rungs.ts';
import type { Rung } from '../ladder/rung-words.ts';
import { flagStand } from './environment-state.ts';
import type { Flag } from './flag.ts';

const [development, , production] = threeEnvironments;
const on = (rung: Rung, given: Partial<Flag> = {}) =>
  onRung(
    aFlag({ ladder: { customers: ['acme'], segment: null, percent: 12.5, unit: 'customer', steps: [] }, ...given }),
    rung,
    threeEnvironments,
  );
const wordIn = (flag: Flag, environment = production) => {
  assert.ok(environment !== undefined);
  return flagStand(flag, environment).word;
};

test('each rung is a word in production', () => {
  const words = (['off', 'development', 'internal', 'beta', 'gradual', 'everyone'] as const).map((rung) => wordIn(on(rung)));
  assert.deepEqual(words, ['Off', 'Off', 'Rules', 'Rules', '12.5 %', 'On']);
  assert.equal(wordIn(on('development'), development), 'On');
});

test('what was switched off by hand says so, until its rung says off too', () => {
  const flag = on('everyone');
  const killed = {
    ...flag,
    environments: { ...flag.environments, production: { ...configIn(flag, 'production'), enabled: false } },
  };
  assert.equal(wordIn(killed), 'Killed');
  assert.equal(wordIn({ ...killed, rung: 'custom' }), 'Off');
  assert.equal(wordIn(aFlag()), 'Off', 'an environment that was never touched is off');
});

test('a flag of texts says which one everybody gets', () => {
  const variants = { blue: 'blue', grey: 'grey' };
  const flag = on('everyone', { type: 'string', variants, onVariant: 'blue', offVariant: 'grey' });
  assert.equal(wordIn(flag), 'blue');
});
