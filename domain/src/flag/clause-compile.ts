/** Makes a clause into a function. Everything that can be prepared is: asking allocates nothing for contexts of texts. */
import { attributeReader, bounded, textOf, unitOf, type ReadAttribute } from './attribute.ts';
import { cutAt, placeOf } from './buckets.ts';
import { addressOf, isInNetwork, networkOf } from './cidr.ts';
import type { EvaluationContext } from './evaluation.ts';
import type { Clause, Share } from './flag-definition.ts';
import { flagLimits, type ClauseOp } from './flag-words.ts';
import { instantMs } from './instant-ms.ts';
import { compilePattern } from './pattern.ts';
import { compareVersions, versionOf, type Version } from './semver.ts';

/** What a clause may ask while it is answered. */
export interface Asking {
  readonly clock: () => number;
  /** Which variant another flag gives; null where it gives none. */
  readonly variantOf: (flag: string, context: EvaluationContext) => string | null;
  readonly isInSegment: (segment: string, context: EvaluationContext) => boolean;
}

export type Holds = (context: EvaluationContext, asking: Asking) => boolean;

/** How often an attribute was asked for and missing. */
export type MissingCounts = Map<string, number>;

type AttributeClause = Extract<Clause, { attribute: string }>;
type Test = (value: unknown) => boolean;

/** Throws with what is wrong, as the end of a sentence, where the definition cannot be understood. */
export function compileClauses(clauses: readonly Clause[], salt: string, missing: MissingCounts, depth = 0): Holds {
  const all = clauses.map((clause) => compileClause(clause, salt, missing, depth));
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return (context, asking) => {
    for (const holds of all) if (!holds(context, asking)) return false;
    return true;
  };
}

export function compileClause(clause: Clause, salt: string, missing: MissingCounts, depth = 0): Holds {
  if (depth > flagLimits.depth) throw new Error(`nests clauses more than ${flagLimits.depth} deep`);
  if ('attribute' in clause) return compileAttributeClause(clause, missing);
  if ('share' in clause) return compileShare(clause.share, salt, missing);
  if ('segment' in clause) {
    const { segment } = clause;
    return (context, asking) => asking.isInSegment(segment, context);
  }
  if ('flag' in clause) {
    const { flag } = clause;
    const variants = new Set(clause.variants);
    return (context, asking) => {
      const variant = asking.variantOf(flag, context);
      return variant !== null && variants.has(variant);
    };
  }
  if ('all' in clause) return compileClauses(clause.all, salt, missing, depth + 1);
  if ('any' in clause) {
    const any = clause.any.map((one) => compileClause(one, salt, missing, depth + 1));
    return (context, asking) => {
      for (const holds of any) if (holds(context, asking)) return true;
      return false;
    };
  }
  if ('not' in clause) {
    const holds = compileClause(clause.not, salt, missing, depth + 1);
    return (context, asking) => !holds(context, asking);
  }
  throw new Error('has a clause of an unknown form');
}

/** What a unit's key is, by the unit or else the fallback; counts what is missing. */
export function unitReader(units: { unit: string; fallbackUnit?: string | undefined }, missing: MissingCounts) {
  const read = attributeReader(units.unit);
  const readFallback = units.fallbackUnit === undefined ? null : attributeReader(units.fallbackUnit);
  return (context: EvaluationContext, clock: () => number): string | null => {
    const key = unitOf(read(context, clock));
    if (key !== null) return key;
    const fallback = readFallback === null ? null : unitOf(readFallback(context, clock));
    if (fallback === null) count(missing, units.unit);
    return fallback;
  };
}

function compileShare(share: Share, salt: string, missing: MissingCounts): Holds {
  const unit = unitReader(share, missing);
  const place = placeOf(share.hashVersion, share.salt ?? salt, share.total, 'share');
  const from = cutAt(share.hashVersion, share.from, share.total);
  const to = cutAt(share.hashVersion, share.to, share.total);
  return (context, asking) => {
    const key = unit(context, asking.clock);
    if (key === null) return false;
    const at = place(key);
    return at >= from && at < to;
  };
}

function compileAttributeClause(clause: AttributeClause, missing: MissingCounts): Holds {
  const { attribute, op } = clause;
  const read: ReadAttribute = attributeReader(attribute);
  const present = (context: EvaluationContext, asking: Asking): unknown => {
    const value = bounded(read(context, asking.clock));
    if (value === undefined) count(missing, attribute);
    return value;
  };
  if (op === 'exists') return (context, asking) => bounded(read(context, asking.clock)) !== undefined;
  const test = testOf(op === 'notIn' ? 'in' : op, clause.values, clause.ignoreCase === true);
  const wanted = op !== 'notIn';
  return (context, asking) => {
    const value = present(context, asking);
    if (value === undefined) return false;
    return (Array.isArray(value) ? value.some(test) : test(value)) === wanted;
  };
}

function testOf(
  op: Exclude<ClauseOp, 'exists' | 'notIn'>,
  values: readonly (string | number | boolean)[],
  ignoreCase: boolean,
): Test {
  switch (op) {
    case 'in':
      return isOneOf(values, ignoreCase);
    case 'startsWith':
      return anyText(values, ignoreCase, (text, value) => text.startsWith(value));
    case 'endsWith':
      return anyText(values, ignoreCase, (text, value) => text.endsWith(value));
    case 'contains':
      return anyText(values, ignoreCase, (text, value) => text.includes(value));
    case 'matches': {
      const matchers = values.map((value) => compilePattern(String(value), ignoreCase));
      return (seen) => typeof seen === 'string' && matchers.some((matches) => matches(seen));
    }
    case 'gt':
      return compared(numberOf, values, (seen, value) => seen > value);
    case 'gte':
      return compared(numberOf, values, (seen, value) => seen >= value);
    case 'lt':
      return compared(numberOf, values, (seen, value) => seen < value);
    case 'lte':
      return compared(numberOf, values, (seen, value) => seen <= value);
    case 'before':
      return compared(instantMs, values, (seen, value) => seen < value);
    case 'after':
      return compared(instantMs, values, (seen, value) => seen > value);
    case 'semverEq':
      return versions(values, (order) => order === 0);
    case 'semverGt':
      return versions(values, (order) => order > 0);
    case 'semverGte':
      return versions(values, (order) => order >= 0);
    case 'semverLt':
      return versions(values, (order) => order < 0);
    case 'semverLte':
      return versions(values, (order) => order <= 0);
    case 'cidr': {
      const networks = values.map((value) => networkOf(String(value))).filter((network) => network !== null);
      return (seen) => {
        const address = typeof seen === 'string' ? addressOf(seen) : null;
        return address !== null && networks.some((network) => isInNetwork(address, network));
      };
    }
    default:
      throw new Error(`has a clause with the unknown question ${String(op satisfies never)}`);
  }
}

function isOneOf(values: readonly (string | number | boolean)[], ignoreCase: boolean): Test {
  const texts = values.map((value) => (ignoreCase ? String(value).toLowerCase() : String(value)));
  const [only] = texts;
  const all = new Set(texts);
  const has = texts.length === 1 ? (text: string) => text === only : (text: string) => all.has(text);
  return (seen) => {
    const text = textOf(seen);
    return text !== null && has(ignoreCase ? text.toLowerCase() : text);
  };
}

function anyText(values: readonly unknown[], ignoreCase: boolean, test: (text: string, value: string) => boolean): Test {
  const texts = values.map((value) => (ignoreCase ? String(value).toLowerCase() : String(value)));
  return (seen) => {
    if (typeof seen !== 'string') return false;
    const text = ignoreCase ? seen.toLowerCase() : seen;
    return texts.some((value) => test(text, value));
  };
}

function compared(
  read: (value: unknown) => number | null,
  values: readonly unknown[],
  test: (seen: number, value: number) => boolean,
): Test {
  const numbers = values.map(read).filter((value) => value !== null);
  return (seen) => {
    const number = read(seen);
    return number !== null && numbers.some((value) => test(number, value));
  };
}

function versions(values: readonly unknown[], test: (order: number) => boolean): Test {
  const known = values.map(versionOf).filter((version): version is Version => version !== null);
  return (seen) => {
    const version = versionOf(seen);
    return version !== null && known.some((value) => test(compareVersions(version, value)));
  };
}

/** A finite number, also written as a text the way JSON writes numbers. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > 40 || !/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(value))
    return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function count(missing: MissingCounts, attribute: string): void {
  missing.set(attribute, (missing.get(attribute) ?? 0) + 1);
}
