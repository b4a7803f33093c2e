/**
 * Where a unit falls in a split: `h = MurmurHash3(salt + ":" + unit)`, variant i when `h < ceil(cum_i · 2³² / total)`. The cuts are made once, with
 * BigInt, when a rule is compiled. Growing the first weight only adds units to it; shrinking it takes away those who came last.
 */
import type { HashVersion } from './flag-words.ts';
import { hashAfter, hashPrefix } from './murmur3.ts';

/** Unleash draws variants with a seed of their own, so that they do not follow from who is let in. */
const UNLEASH_VARIANT_SEED = 86_028_157;

/** Puts a unit's key on the line that the cuts divide. */
export type Place = (unit: string) => number;

/**
 * The place of units on the line from 0 to the last cut. `draws` is what is drawn for: Unleash lets in by another seed than it shares out.
 * Throws for a version it does not know: guessing would move everybody.
 */
export function placeOf(hashVersion: HashVersion, salt: string, total: number, draws: 'variants' | 'share'): Place {
  switch (hashVersion) {
    case 1: {
      const prefix = hashPrefix(`${salt}:`, 0);
      return (unit) => hashAfter(prefix, unit);
    }
    case 'flagd2': {
      const prefix = hashPrefix(salt, 0);
      return (unit) => hashAfter(prefix, unit);
    }
    case 'unleash': {
      const prefix = hashPrefix(`${salt}:`, draws === 'variants' ? UNLEASH_VARIANT_SEED : 0);
      return (unit) => hashAfter(prefix, unit) % total;
    }
    default:
      throw new Error(`does not know the hash version ${String(hashVersion satisfies never)}`);
  }
}

/** Where `part` of `total` ends on the line. */
export function cutAt(hashVersion: HashVersion, part: number, total: number): number {
  if (hashVersion === 'unleash') return part;
  const [cumulated, whole] = [BigInt(part), BigInt(total)];
  return Number((cumulated * 4_294_967_296n + whole - 1n) / whole);
}

/** The ends of all weights, one after the other. Throws where they do not add up to anything. */
export function cutsOf(hashVersion: HashVersion, weights: readonly { readonly weight: number }[]): Float64Array {
  const total = totalOf(weights);
  if (!(total > 0)) throw new Error('has weights that add up to nothing');
  let cumulated = 0;
  return Float64Array.from(weights, ({ weight }) => cutAt(hashVersion, (cumulated += weight), total));
}

export function totalOf(weights: readonly { readonly weight: number }[]): number {
  return weights.reduce((sum, { weight }) => sum + weight, 0);
}
