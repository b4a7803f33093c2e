import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress, isFromThisMachine } from './client-address.ts';

const forwarded = (value: string) => (name: string) => (name === 'x-forwarded-for' ? value : undefined);
const plain = () => undefined;

test('without a proxy the address is the peer’s, also as IPv4 inside IPv6', () => {
  assert.equal(clientAddress('203.0.113.9', plain, false), '203.0.113.9');
  assert.equal(clientAddress('::ffff:203.0.113.9', plain, false), '203.0.113.9');
});

test('a proxy on this machine is believed, and of what it passes on only what it wrote itself', () => {
  assert.equal(clientAddress('127.0.0.1', forwarded('1.1.1.1, 203.0.113.9'), false), '203.0.113.9');
  assert.equal(clientAddress('::1', forwarded('2001:db8::1'), false), '2001:db8::1');
  assert.equal(clientAddress('127.0.0.1', forwarded('not an address'), false), '127.0.0.1');
});

test('nobody else is believed, unless a proxy was announced and the peer is on a private address', () => {
  assert.equal(clientAddress('198.51.100.1', forwarded('203.0.113.9'), true), '198.51.100.1');
  assert.equal(clientAddress('10.0.0.2', forwarded('203.0.113.9'), false), '10.0.0.2');
  assert.equal(clientAddress('10.0.0.2', forwarded('203.0.113.9'), true), '203.0.113.9');
});

test('only a direct call from this machine counts as one', () => {
  assert.equal(isFromThisMachine('127.0.0.1', plain), true);
  assert.equal(isFromThisMachine('::ffff:127.0.0.1', plain), true);
  assert.equal(isFromThisMachine('127.0.0.1', forwarded('203.0.113.9')), false);
  assert.equal(isFromThisMachine('10.0.0.2', plain), false);
  assert.equal(isFromThisMachine(undefined, plain), false);
});
