/** MurmurHash3 x86 32-bit (Austin Appleby, public domain algorithm) of a text's UTF-8 bytes. Integer arithmetic only. */

/** The state after a text's beginning, so that a salt is not hashed again for every unit. */
export type HashPrefix = { readonly h: number; readonly tail: number; readonly tailBits: number; readonly bytes: number };

/** The hash of `prefix` followed by `text`, unsigned. A lone surrogate counts as U+FFFD, as it does in every UTF-8 encoder. */
export function hashAfter(prefix: HashPrefix, text: string): number {
  let h = prefix.h;
  let k = prefix.tail;
  let shift = prefix.tailBits;
  let bytes = prefix.bytes;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      k |= code << shift;
      shift += 8;
      bytes += 1;
      if (shift === 32) {
        h = mixBlock(h, k);
        k = 0;
        shift = 0;
      }
      continue;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i += 1;
      } else code = 0xfffd;
    }
    const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (let at = 0; at < length; at++) {
      k |= utf8Byte(code, length, at) << shift;
      shift += 8;
      if (shift === 32) {
        h = mixBlock(h, k);
        k = 0;
        shift = 0;
      }
    }
    bytes += length;
  }
  if (shift > 0) h ^= scramble(k);
  h ^= bytes;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The state after `text`, for `hashAfter`. */
export function hashPrefix(text: string, seed: number): HashPrefix {
  const utf8 = utf8Of(text);
  let h = seed | 0;
  let k = 0;
  let tailBits = 0;
  for (const byte of utf8) {
    k |= byte << tailBits;
    tailBits += 8;
    if (tailBits === 32) {
      h = mixBlock(h, k);
      k = 0;
      tailBits = 0;
    }
  }
  return { h, tail: k, tailBits, bytes: utf8.length };
}

/** A lone surrogate becomes U+FFFD. */
function utf8Of(text: string): number[] {
  return Array.from(text).flatMap((char) => {
    const point = char.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    return length === 1 ? [code] : Array.from({ length }, (_, at) => utf8Byte(code, length, at));
  });
}

function utf8Byte(code: number, length: number, at: number): number {
  const bits = code >>> (6 * (length - 1 - at));
  if (at > 0) return 0x80 | (bits & 0x3f);
  return length === 2 ? 0xc0 | bits : length === 3 ? 0xe0 | bits : 0xf0 | bits;
}

function mixBlock(h: number, k: number): number {
  const mixed = h ^ scramble(k);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function scramble(k: number): number {
  const spread = Math.imul(k, 0xcc9e2d51);
  return Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
}
