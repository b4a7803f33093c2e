/** Where a request comes from, for limits and for what only this machine may see. */
import { BlockList, isIP } from 'node:net';
import type { ReadHeader } from './identify.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const inside = new BlockList();
inside.addSubnet('10.0.0.0', 8);
inside.addSubnet('172.16.0.0', 12);
inside.addSubnet('192.168.0.0', 16);
inside.addSubnet('fc00::', 7, 'ipv6');

/**
 * The address of who asks. The last entry of `X-Forwarded-For` is believed only from a proxy: on this machine, or on a
 * private address when `hasProxy`. The entries before it are anybody's word.
 */
export function clientAddress(peer: string | undefined, header: ReadHeader, hasProxy: boolean): string {
  const address = plain(peer);
  const forwarded = plain(header('x-forwarded-for')?.split(',').at(-1)?.trim());
  const isProxy = contains(loopback, address) || (hasProxy && contains(inside, address));
  return isProxy && isIP(forwarded) !== 0 ? forwarded : address;
}

/** Whether a request comes from a program on this machine, and not through a proxy on it. */
export function isFromThisMachine(peer: string | undefined, header: ReadHeader): boolean {
  const isForwarded = header('x-forwarded-for') !== undefined || header('forwarded') !== undefined;
  return !isForwarded && contains(loopback, plain(peer));
}

/** IPv4 inside IPv6 is written as IPv4, so that one machine is one address. */
function plain(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
}

function contains(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
