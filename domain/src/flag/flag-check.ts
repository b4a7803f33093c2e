/** What is wrong with a definition beyond its form: names that lead nowhere, values that no clause can use, circles. Decisions refuse what is named here. */
import { networkOf } from './cidr.ts';
import { numberOf } from './clause-compile.ts';
import type { Clause, FlagDefinition, SegmentDefinition, Serve, Split } from './flag-definition.ts';
import { flagLimits } from './flag-words.ts';
import { instantMs } from './instant-ms.ts';
import { patternProblem } from './pattern.ts';
import { versionOf } from './semver.ts';

export type FlagProblem = { readonly path: string; readonly message: string };

/** The environment that a definition would become part of; it may hold an earlier version of it. */
export type Surroundings = {
  readonly flags: ReadonlyMap<string, FlagDefinition>;
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
};

/** All problems of a flag in its surroundings; none for one that may be stored. */
export function flagProblems(flag: FlagDefinition, around: Surroundings): FlagProblem[] {
  const problems: FlagProblem[] = [];
  const say = (path: string, message: string): void => void problems.push({ path, message });
  const names = Object.keys(flag.variants);
  if (names.length === 0) say('variants', 'must have at least one');
  if (names.length > flagLimits.variants) say('variants', `are more than ${flagLimits.variants}`);
  for (const [name, value] of Object.entries(flag.variants)) {
    const given = typeof value === 'object' ? 'object' : typeof value;
    if (given !== flag.type) say(`variants.${name}`, `must be of type ${flag.type}`);
  }
  if (flag.offVariant !== null && !names.includes(flag.offVariant))
    say('offVariant', `names the variant ${flag.offVariant}, which does not exist`);
  const withIt = { ...around, flags: new Map(around.flags).set(flag.key, flag) };
  const ids = new Set<string>();
  for (const [index, rule] of flag.rules.entries()) {
    if (ids.has(rule.id)) say(`rules.${index}.id`, `is also that of another rule: ${rule.id}`);
    ids.add(rule.id);
    problems.push(
      ...clausesProblems(rule.when, `rules.${index}.when`, withIt),
      ...serveProblems(rule.serve, `rules.${index}.serve`, names),
    );
  }
  problems.push(...serveProblems(flag.fallthrough, 'fallthrough', names));
  return [...problems, ...circleProblems({ is: 'flag', key: flag.key }, withIt)];
}

/** As `flagProblems`. A flag that asks the segment is named in a circle too. */
export function segmentProblems(segment: SegmentDefinition, around: Surroundings): FlagProblem[] {
  const withIt = { ...around, segments: new Map(around.segments).set(segment.key, segment) };
  const inside = segment.rules.flatMap((rule, index) => clausesProblems(rule, `rules.${index}`, withIt));
  return [...inside, ...circleProblems({ is: 'segment', key: segment.key }, withIt)];
}

/** The flags and segments whose clauses name this one, so that it cannot be removed from under them. */
export function askersOf(
  what: { readonly is: 'flag' | 'segment'; readonly key: string },
  around: Surroundings,
): { is: 'flag' | 'segment'; key: string }[] {
  const asks = (node: Node): boolean => nextOf(node, around).some(({ is, key }) => is === what.is && key === what.key);
  const nodes: Node[] = [
    ...Array.from(around.flags.keys(), (key): Node => ({ is: 'flag', key })),
    ...Array.from(around.segments.keys(), (key): Node => ({ is: 'segment', key })),
  ];
  return nodes.filter(asks);
}

function serveProblems(serve: Serve, path: string, names: readonly string[]): FlagProblem[] {
  if ('variant' in serve)
    return serve.variant === null || names.includes(serve.variant)
      ? []
      : [{ path: `${path}.variant`, message: `names the variant ${serve.variant}, which does not exist` }];
  return splitProblems(serve.split, `${path}.split`, names);
}

function splitProblems(split: Split, path: string, names: readonly string[]): FlagProblem[] {
  const problems: FlagProblem[] = [];
  const lists = [{ at: `${path}.weights`, weights: split.weights }];
  for (const [index, step] of (split.steps ?? []).entries())
    lists.push({ at: `${path}.steps.${index}.weights`, weights: step.weights });
  for (const { at, weights } of lists) {
    for (const [index, { variant }] of weights.entries())
      if (!names.includes(variant))
        problems.push({ path: `${at}.${index}.variant`, message: `names the variant ${variant}, which does not exist` });
  }
  for (const [index, step] of (split.steps ?? []).entries()) {
    const before = split.steps?.[index - 1];
    if (before !== undefined && before.at >= step.at)
      problems.push({ path: `${path}.steps.${index}.at`, message: 'must come after the step before it' });
  }
  return problems;
}

function clausesProblems(clauses: readonly Clause[], path: string, around: Surroundings, depth = 0): FlagProblem[] {
  return clauses.flatMap((clause, index) => clauseProblems(clause, `${path}.${index}`, around, depth));
}

function clauseProblems(clause: Clause, path: string, around: Surroundings, depth: number): FlagProblem[] {
  if (depth > flagLimits.depth) return [{ path, message: `nests clauses more than ${flagLimits.depth} deep` }];
  if ('all' in clause) return clausesProblems(clause.all, `${path}.all`, around, depth + 1);
  if ('any' in clause) return clausesProblems(clause.any, `${path}.any`, around, depth + 1);
  if ('not' in clause) return clauseProblems(clause.not, `${path}.not`, around, depth + 1);
  if ('segment' in clause)
    return around.segments.has(clause.segment)
      ? []
      : [{ path: `${path}.segment`, message: `names the segment ${clause.segment}, which does not exist` }];
  if ('share' in clause) {
    const { from, to, total } = clause.share;
    return from <= to && to <= total
      ? []
      : [{ path: `${path}.share`, message: 'must go from less to more, and not beyond the total' }];
  }
  if ('flag' in clause) {
    const other = around.flags.get(clause.flag);
    if (other === undefined) return [{ path: `${path}.flag`, message: `names the flag ${clause.flag}, which does not exist` }];
    const unknown = clause.variants.filter((name) => !Object.hasOwn(other.variants, name));
    return unknown.map((name) => ({
      path: `${path}.variants`,
      message: `names the variant ${name}, which ${clause.flag} does not have`,
    }));
  }
  return valueProblems(clause, path);
}

function valueProblems(clause: Extract<Clause, { attribute: string }>, path: string): FlagProblem[] {
  if (clause.op === 'exists')
    return clause.values.length === 0 ? [] : [{ path: `${path}.values`, message: 'must be empty: `exists` takes none' }];
  if (clause.values.length === 0) return [{ path: `${path}.values`, message: 'must hold at least one value' }];
  return clause.values.flatMap((value, index) => {
    const message = valueProblem(clause.op, value);
    return message === null ? [] : [{ path: `${path}.values.${index}`, message }];
  });
}

function valueProblem(op: Extract<Clause, { attribute: string }>['op'], value: string | number | boolean): string | null {
  switch (op) {
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return numberOf(value) === null ? 'must be a number' : null;
    case 'before':
    case 'after':
      return typeof value === 'string' && instantMs(value) !== null
        ? null
        : 'must be an instant such as 2026-11-22T09:00:00.000Z';
    case 'semverEq':
    case 'semverGt':
    case 'semverGte':
    case 'semverLt':
    case 'semverLte':
      return versionOf(value) === null ? 'must be a version such as 1.4.0' : null;
    case 'cidr':
      return networkOf(String(value)) === null ? 'must be an address or network such as 10.0.0.0/8' : null;
    case 'matches': {
      const problem = patternProblem(String(value));
      return problem === null ? null : `is a pattern that ${problem}`;
    }
    default:
      return null;
  }
}

type Node = { readonly is: 'flag' | 'segment'; readonly key: string };

/** Follows who asks whom from one node: names the first circle through it, or a chain that is too long. */
function circleProblems(start: Node, around: Surroundings): FlagProblem[] {
  const name = (node: Node): string => (node.is === 'flag' ? node.key : `segment ${node.key}`);
  const isSame = (a: Node, b: Node): boolean => a.is === b.is && a.key === b.key;
  const longest = new Map<string, number>();
  let circle: readonly Node[] | null = null;
  const walk = (node: Node, path: readonly Node[]): number => {
    if (circle !== null) return 0;
    const known = longest.get(name(node));
    if (known !== undefined) return known;
    let below = 0;
    for (const next of nextOf(node, around)) {
      const at = path.findIndex((one) => isSame(one, next));
      if (at !== -1) {
        circle ??= [...path.slice(at), next];
        return 0;
      }
      below = Math.max(below, 1 + walk(next, [...path, next]));
    }
    longest.set(name(node), below);
    return below;
  };
  const depth = walk(start, [start]);
  // What asks this one lies above it: the chain through it is as long as both parts.
  if (circle !== null)
    return [{ path: 'rules', message: `ask in a circle: ${(circle as readonly Node[]).map(name).join(' → ')}` }];
  const height = heightAbove(start, around);
  if (depth + height <= flagLimits.depth) return [];
  return [
    {
      path: 'rules',
      message: `make a chain of ${depth + height} that ask one another; at most ${flagLimits.depth} are answered`,
    },
  ];
}

/** How many ask one another above a node, in the longest chain that ends in it. There is no circle below it; one elsewhere ends the count. */
function heightAbove(start: Node, around: Surroundings): number {
  let height = 0;
  let row: Node[] = [start];
  while (row.length > 0 && height <= flagLimits.depth) {
    const above = new Map(row.flatMap((node) => askersOf(node, around).map((asker) => [`${asker.is} ${asker.key}`, asker])));
    row = [...above.values()];
    if (row.length > 0) height += 1;
  }
  return height;
}

function nextOf(node: Node, around: Surroundings): Node[] {
  const clauses =
    node.is === 'flag'
      ? around.flags.get(node.key)?.rules.flatMap(({ when }) => when)
      : around.segments.get(node.key)?.rules.flat();
  return (clauses ?? []).flatMap((clause) => askedBy(clause, 0));
}

function askedBy(clause: Clause, depth: number): Node[] {
  if (depth > flagLimits.depth) return [];
  if ('segment' in clause) return [{ is: 'segment', key: clause.segment }];
  if ('flag' in clause) return [{ is: 'flag', key: clause.flag }];
  if ('not' in clause) return askedBy(clause.not, depth + 1);
  const inner = 'all' in clause ? clause.all : 'any' in clause ? clause.any : [];
  return inner.flatMap((one) => askedBy(one, depth + 1));
}
