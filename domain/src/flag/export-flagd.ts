/**
 * Writes flags as flagd's definitions. Splits of our own hash keep everybody where they are: flagd draws by the same arithmetic, of the text that we
 * draw. What JSON Logic or flagd's operators cannot say is named, and that flag is left out: half a targeting would serve the wrong people.
 */
import type { Clause, FlagDefinition, Rule, SegmentDefinition, Serve, Share, SetDocument, Split } from './flag-definition.ts';
import { flagLimits, NOW_ATTRIBUTE } from './flag-words.ts';
import type { ImportNote } from './import-flags.ts';
import { instantMs } from './instant-ms.ts';

type Logic = { readonly [operator: string]: unknown } | string | number | boolean | null;

export type FlagdExport = { readonly flags: Readonly<Record<string, unknown>>; readonly notes: readonly ImportNote[] };

/** `{"flags": …}` as flagd reads it, and everything that it does not say. */
export function exportFlagd(document: SetDocument): FlagdExport {
  const notes: ImportNote[] = [];
  const flags: Record<string, unknown> = {};
  for (const flag of Object.values(document.flags)) {
    const path = `flags.${flag.key}`;
    try {
      const writer: Writer = { flag, segments: document.segments };
      flags[flag.key] = definitionOf(writer);
      if (!flag.enabled && flag.offVariant !== null)
        notes.push({ path: `${path}.offVariant`, message: "is not said: flagd gives the code's default for a disabled flag" });
    } catch (error) {
      if (!(error instanceof NotSaid)) throw error;
      notes.push({ path, message: `${error.message}; the flag was left out` });
    }
  }
  return { flags, notes };
}

class NotSaid extends Error {}

type Writer = { readonly flag: FlagDefinition; readonly segments: SetDocument['segments'] };

function definitionOf(writer: Writer): Record<string, unknown> {
  const { flag } = writer;
  const { fallthrough } = flag;
  const isSplit = 'split' in fallthrough;
  const rules: readonly Pick<Rule, 'when' | 'serve'>[] = isSplit ? [...flag.rules, { when: [], serve: fallthrough }] : flag.rules;
  return {
    state: flag.enabled ? 'ENABLED' : 'DISABLED',
    variants: flag.variants,
    defaultVariant: isSplit ? null : fallthrough.variant,
    ...(rules.length > 0 && { targeting: targetingOf(rules, writer) }),
    ...(flag.metadata !== undefined && { metadata: flag.metadata }),
  };
}

/** One `if` with a condition and an answer for each rule; a split that finds no unit must go on to the next, so it asks for one first. */
function targetingOf(rules: readonly Pick<Rule, 'when' | 'serve'>[], writer: Writer): Logic {
  const args = rules.flatMap(({ when, serve }) => {
    const isServing = 'split' in serve ? [...when, { attribute: serve.split.unit, op: 'exists' as const, values: [] }] : when;
    return [allOf(isServing, writer, 0), answerOf(serve, writer)];
  });
  return { if: [...args, null] };
}

function answerOf(serve: Serve, writer: Writer): Logic {
  if ('variant' in serve) {
    if (serve.variant === null && 'variant' in writer.flag.fallthrough && writer.flag.fallthrough.variant !== null)
      throw new NotSaid("serves the code's default by a rule, which flagd cannot say beside a default variant");
    return serve.variant;
  }
  const { split } = serve;
  if (split.fallbackUnit !== undefined) throw new NotSaid('draws by a second unit where the first is missing');
  const steps = (split.steps ?? []).toReversed();
  const later = steps.flatMap(({ at, weights }) => [
    { '>=': [{ var: '$flagd.timestamp' }, seconds(at)] },
    fractional(split, weights, writer),
  ]);
  const now = fractional(split, split.weights, writer);
  return later.length === 0 ? now : { if: [...later, now] };
}

function fractional(split: Split, weights: Split['weights'], writer: Writer): Logic {
  return { fractional: [drawnBy(split, writer), ...weights.map(({ variant, weight }) => [variant, weight])] };
}

function drawnBy(units: Pick<Share, 'unit' | 'hashVersion' | 'salt'>, { flag }: Writer): Logic {
  if (units.hashVersion === 'unleash') throw new NotSaid("draws by Unleash's arithmetic");
  const salt = units.salt ?? flag.salt;
  return { cat: [units.hashVersion === 1 ? `${salt}:` : salt, variable(units.unit)] };
}

function allOf(clauses: readonly Clause[], writer: Writer, depth: number): Logic {
  const [only] = clauses;
  if (only === undefined) return true;
  return clauses.length === 1 ? logicOf(only, writer, depth) : { and: clauses.map((clause) => logicOf(clause, writer, depth)) };
}

function logicOf(clause: Clause, writer: Writer, depth: number): Logic {
  if (depth > 2 * flagLimits.depth) throw new NotSaid('nests segments too deep');
  if ('all' in clause) return allOf(clause.all, writer, depth + 1);
  if ('any' in clause) return clause.any.length === 0 ? false : { or: clause.any.map((one) => logicOf(one, writer, depth + 1)) };
  if ('not' in clause) return { '!': [logicOf(clause.not, writer, depth + 1)] };
  if ('flag' in clause) throw new NotSaid(`asks the flag ${clause.flag}, and flagd's flags cannot ask one another`);
  if ('segment' in clause) return segmentLogic(clause.segment, writer, depth + 1);
  if (!('share' in clause)) return attributeLogic(clause);
  const { share } = clause;
  const slices: [boolean, number][] = [
    [false, share.from],
    [true, share.to - share.from],
    [false, share.total - share.to],
  ];
  if (share.fallbackUnit !== undefined) throw new NotSaid('draws by a second unit where the first is missing');
  return { and: [exists(share.unit), { fractional: [drawnBy(share, writer), ...slices] }] };
}

function segmentLogic(key: string, writer: Writer, depth: number): Logic {
  const segment: SegmentDefinition | undefined = Object.hasOwn(writer.segments, key) ? writer.segments[key] : undefined;
  if (segment === undefined) throw new NotSaid(`asks the segment ${key}, which does not exist`);
  const unit = variable(segment.unit);
  const rules = segment.rules.map((rule) => allOf(rule, { ...writer, flag: { ...writer.flag, salt: key } }, depth + 1));
  const isIn = { or: [{ in: [unit, segment.included] }, ...rules] };
  return segment.excluded.length === 0 ? isIn : { and: [{ '!': [{ in: [unit, segment.excluded] }] }, isIn] };
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;
const versions = { semverEq: '=', semverGt: '>', semverGte: '>=', semverLt: '<', semverLte: '<=' } as const;

function attributeLogic(clause: Extract<Clause, { attribute: string }>): Logic {
  const { attribute, op, values } = clause;
  if (clause.ignoreCase === true) throw new NotSaid('ignores the case of letters');
  const unit = variable(attribute);
  const anyOf = (ask: (value: string | number | boolean) => Logic): Logic => {
    const [only] = values;
    return only !== undefined && values.length === 1 ? ask(only) : { or: values.map(ask) };
  };
  switch (op) {
    case 'exists':
      return exists(attribute);
    case 'in':
      return { in: [unit, values] };
    case 'notIn':
      return { and: [exists(attribute), { '!': [{ in: [unit, values] }] }] };
    case 'startsWith':
      return anyOf((value) => ({ starts_with: [unit, String(value)] }));
    case 'endsWith':
      return anyOf((value) => ({ ends_with: [unit, String(value)] }));
    case 'contains':
      return anyOf((value) => ({ in: [String(value), unit] }));
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      // JSON Logic takes a missing attribute for 0.
      return { and: [exists(attribute), anyOf((value) => ({ [comparisons[op]]: [unit, Number(value)] }))] };
    case 'before':
    case 'after':
      if (attribute !== NOW_ATTRIBUTE) throw new NotSaid('compares instants');
      return anyOf((value) => ({ [op === 'before' ? '<' : '>']: [unit, seconds(value)] }));
    case 'semverEq':
    case 'semverGt':
    case 'semverGte':
    case 'semverLt':
    case 'semverLte':
      return anyOf((value) => ({ sem_ver: [unit, versions[op], String(value)] }));
    case 'matches':
      throw new NotSaid('matches patterns');
    case 'cidr':
      throw new NotSaid('asks for networks');
    default:
      throw new NotSaid(`asks ${String(op satisfies never)}`);
  }
}

function exists(attribute: string): Logic {
  return { '!=': [variable(attribute), null] };
}

/** flagd's contexts are flat: the user's key is `targetingKey`, and customers and devices are nested objects. */
function variable(attribute: string): Logic {
  if (attribute === NOW_ATTRIBUTE) return { var: '$flagd.timestamp' };
  if (attribute === 'user' || attribute === 'user.key') return { var: 'targetingKey' };
  return { var: attribute === 'customer' || attribute === 'device' ? `${attribute}.key` : attribute };
}

function seconds(instant: string | number | boolean): number {
  return (instantMs(instant) ?? 0) / 1_000;
}
