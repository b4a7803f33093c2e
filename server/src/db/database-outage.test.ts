import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseOutage } from './database-outage.ts';

const withCode = (code: string): Error => Object.assign(new Error('said by the server'), { code });

test('a server that stopped, starts or cannot be reached is away; a full disk is told apart', () => {
  for (const code of ['57P01', '57P03', '08006', 'ECONNREFUSED', 'ENOENT'])
    assert.equal(databaseOutage(withCode(code)), 'away', code);
  assert.equal(databaseOutage(new Error('Connection terminated unexpectedly')), 'away');
  assert.equal(databaseOutage(withCode('53100')), 'full');
});

test('an error in a question is no outage', () => {
  for (const code of ['23505', '42P01', '40001']) assert.equal(databaseOutage(withCode(code)), null, code);
  assert.equal(databaseOutage(new Error('cannot read properties of undefined')), null);
  assert.equal(databaseOutage('57P01'), null);
});
