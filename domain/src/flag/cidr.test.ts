import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, isInNetwork, networkOf } from './cidr.ts';

const isIn = (address: string, network: string): boolean => {
  const [a, n] = [addressOf(address), networkOf(network)];
  assert.ok(a !== null && n !== null, `${address} in ${network}`);
  return isInNetwork(a, n);
};

test('an address lies in a network or not, to the bit', () => {
  const inside = [
    ['10.1.2.3', '10.0.0.0/8'],
    ['10.1.2.3', '10.1.2.3'],
    ['255.255.255.255', '0.0.0.0/0'],
    ['192.168.1.127', '192.168.1.0/25'],
    ['2001:db8::1', '2001:db8::/32'],
    ['2001:db8:0:0::1', '2001:db8::1'],
    ['::ffff:10.0.0.1', '10.0.0.0/8'],
    ['fe80::1', 'fe80::/10'],
  ];
  const outside = [
    ['11.1.2.3', '10.0.0.0/8'],
    ['192.168.1.128', '192.168.1.0/25'],
    ['2001:db9::1', '2001:db8::/32'],
    ['10.0.0.1', '2001:db8::/32'],
    ['fec0::1', 'fe80::/10'],
  ];
  for (const [address = '', network = ''] of inside) assert.equal(isIn(address, network), true, `${address} in ${network}`);
  for (const [address = '', network = ''] of outside) assert.equal(isIn(address, network), false, `${address} in ${network}`);
});

test('what is no address or network is none', () => {
  for (const text of [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '01.2.3.4',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    'g::',
    '127.invalid',
    '::1%eth0',
    '1:2:3:4:5:6:7::8'.repeat(4),
  ])
    assert.equal(addressOf(text), null, text);
  for (const text of ['10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/8/8'])
    assert.equal(networkOf(text), null, text);
});
