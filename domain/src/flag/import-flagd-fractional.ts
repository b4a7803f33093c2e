/** flagd's `fractional`: who is drawn by what, and which slice each variant has. */
import { cutsOf, placeOf, totalOf } from './buckets.ts';
import type { Clause } from './flag-definition.ts';
import { NotHeld, termOf, type Logic } from './import-flagd-terms.ts';
import { listOf, wordOf } from './import-flags.ts';

/** What is drawn: a text that stands before the attribute, and the attribute. `isText`: a missing attribute leaves the text to be drawn. */
type DrawnBy = { readonly salt: string; readonly unit: string; readonly isText: boolean };
type Bucket = { readonly variant: unknown; readonly weight: unknown };
export type Fraction = { readonly by: DrawnBy; readonly buckets: readonly Bucket[] };

export function fractionOf(args: readonly unknown[], logic: Logic, path: string): Fraction {
  const [first, ...others] = args;
  const isShort = Array.isArray(first);
  const buckets = (isShort ? args : others).map((bucket, index): Bucket => {
    const [variant, weight] = listOf(bucket);
    if (!Array.isArray(bucket)) throw new NotHeld(`${path}.fractional.${index}`, 'must be a list of a variant and a weight');
    return { variant, weight: weight ?? 1 };
  });
  return { by: isShort ? { salt: logic.flagKey, unit: 'user.key', isText: false } : drawnBy(first, logic, path), buckets };
}

function drawnBy(expression: unknown, logic: Logic, path: string): DrawnBy {
  const term = termOf(expression, logic, path);
  if (term.is === 'attribute') return { salt: '', unit: term.attribute, isText: false };
  if (term.is !== 'call' || term.op !== 'cat')
    throw new NotHeld(`${path}.fractional`, 'draws by something else than an attribute, with or without a text before it');
  const parts = term.args.map((part) => termOf(part, logic, path));
  const last = parts.pop();
  const texts = parts.map((part) => (part.is === 'value' ? wordOf(part.value) : null));
  if (last?.is !== 'attribute' || texts.includes(null))
    throw new NotHeld(`${path}.fractional`, 'draws by several attributes, or by a text after one');
  return { salt: texts.join(''), unit: last.attribute, isText: true };
}

/** Whole weights of 0 and more; null where one is an expression. */
export function weightsOf(buckets: readonly Bucket[], path: string): number[] | null {
  const weights = buckets.map(({ weight }) => (typeof weight === 'number' ? Math.max(0, Math.floor(weight)) : null));
  const known = weights.filter((weight) => weight !== null);
  if (known.length < weights.length) return null;
  if (known.some((weight) => weight > 100_000_000)) throw new NotHeld(`${path}.fractional`, 'has a weight above 100,000,000');
  return known;
}

/** The slice of each variant; null where the weights add up to nothing, and nobody is drawn. */
export function slicesOf(args: readonly unknown[], logic: Logic, path: string): { variant: unknown; clause: Clause }[] | null {
  const { by, buckets } = fractionOf(args, logic, path);
  const weights = weightsOf(buckets, path);
  if (weights === null)
    throw new NotHeld(`${path}.fractional`, 'has a weight that is an expression, in a place where rules cannot say it');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return null;
  let from = 0;
  return buckets.map(({ variant }, index) => {
    const to = from + (weights[index] ?? 0);
    const clause: Clause = { share: { unit: by.unit, hashVersion: 'flagd2', salt: by.salt, from, to, total } };
    from = to;
    return { variant, clause };
  });
}

/** The bucket in which a fixed text falls. */
export function bucketOf(text: string, weights: readonly number[]): number {
  const list = weights.map((weight) => ({ weight }));
  const at = placeOf('flagd2', '', totalOf(list), 'variants')(text);
  return cutsOf('flagd2', list).findIndex((cut) => at < cut);
}
