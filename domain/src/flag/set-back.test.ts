import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFlag, threeEnvironments } from '../ladder/ladder-examples.ts';
import { onRung } from '../ladder/rungs.ts';
import { saysTheSame, setBack } from './set-back.ts';

const versionsOf = ({ environments }: ReturnType<typeof aFlag>) =>
  Object.fromEntries(Object.entries(environments).map(([key, { version }]) => [key, version]));

test('what is set back differs from the present in numbers that are greater', () => {
  const before = onRung(aFlag(), 'development', threeEnvironments);
  const now = onRung(before, 'everyone', threeEnvironments);
  assert.deepEqual(versionsOf(now), { development: 1, staging: 1, production: 1 });
  const back = setBack(before, now);
  assert.deepEqual(versionsOf(back), { development: 1, staging: 1, production: 2 });
  assert.equal(back.rung, 'development');
  assert.equal(back.environments['production']?.enabled, false);
});

test('an environment that had never been touched is switched off under the next number', () => {
  const now = onRung(aFlag(), 'everyone', threeEnvironments);
  const back = setBack(aFlag(), now);
  assert.deepEqual(versionsOf(back), { development: 2, staging: 2, production: 2 });
  assert.ok(Object.values(back.environments).every(({ enabled }) => !enabled));
});

test('two values say the same whatever their numbers are, and not where a rule or a name differs', () => {
  const flag = onRung(aFlag(), 'internal', threeEnvironments);
  const again = setBack(flag, onRung(flag, 'everyone', threeEnvironments));
  assert.ok(saysTheSame(flag, again));
  assert.ok(saysTheSame(aFlag(), setBack(aFlag(), flag)));
  assert.ok(!saysTheSame(flag, onRung(flag, 'everyone', threeEnvironments)));
  assert.ok(!saysTheSame(flag, { ...flag, title: 'Another' }));
});
