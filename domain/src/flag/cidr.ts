/** IPv4 and IPv6 addresses and networks. An IPv6 address that carries an IPv4 one (`::ffff:10.0.0.1`) is that one. */

/** Four words of 32 bits; IPv4 stands in the last, below the prefix `::ffff:0:0`. */
type Address = readonly [number, number, number, number];
export type Network = { readonly words: Address; readonly bits: number };

const V4_PREFIX = 0xffff;

/** The address a text names, or null. */
export function addressOf(text: string): Address | null {
  if (text.length > 45) return null;
  if (!text.includes(':')) {
    const v4 = ipv4Of(text);
    return v4 === null ? null : [0, 0, V4_PREFIX, v4];
  }
  return ipv6Of(text);
}

/** The network of `10.0.0.0/8`, `2001:db8::/32` or a single address; null for anything else. */
export function networkOf(text: string): Network | null {
  const slash = text.indexOf('/');
  const words = addressOf(slash === -1 ? text : text.slice(0, slash));
  if (words === null) return null;
  if (slash === -1) return { words, bits: 128 };
  const length = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(length)) return null;
  const isV4 = !text.includes(':');
  const bits = Number(length) + (isV4 ? 96 : 0);
  return bits > 128 ? null : { words, bits };
}

export function isInNetwork(address: Address, network: Network): boolean {
  for (let word = 0; word < 4; word++) {
    const left = network.bits - word * 32;
    if (left <= 0) return true;
    // A shift by 32 would shift by 0.
    const mask = left >= 32 ? -1 : -1 << (32 - left);
    if ((((address[word] ?? 0) ^ (network.words[word] ?? 0)) & mask) !== 0) return false;
  }
  return true;
}

function ipv4Of(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let word = 0;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    word = word * 256 + Number(part);
  }
  return word;
}

function ipv6Of(text: string): Address | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = groupsOf(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '', true) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  const word = (at: number): number => (groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0);
  return [word(0), word(2), word(4), word(6)];
}

/** Groups of 16 bits; `isEnd`: the last may be an IPv4 address. */
function groupsOf(text: string, isEnd: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (isEnd && index === parts.length - 1 && part.includes('.')) {
      const v4 = ipv4Of(part);
      if (v4 === null) return null;
      groups.push(Math.floor(v4 / 65_536), v4 % 65_536);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}
