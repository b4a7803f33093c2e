import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '../operations.ts';
import { undoing } from './undoing.ts';

test('every command says whether it can be taken back, or why not', () => {
  const commands = Object.values(operations).flatMap(({ kind, name }) => (kind === 'command' ? [name] : []));
  assert.deepEqual(
    commands.filter((name) => !Object.hasOwn(undoing, name)),
    [],
    'give each a line in undoing.ts',
  );
  assert.deepEqual(
    Object.keys(undoing).filter((name) => !commands.some((one) => one === name)),
    [],
  );
});

test('what cannot be taken back says in sentences why, and what can says what it was', () => {
  for (const one of Object.values(undoing)) {
    if ('cannot' in one) assert.match(one.cannot, /^[A-Z].*\.$/);
    else assert.match(one.did, /^[a-z]/);
  }
});
