/** JSON Logic in the place of an answer: which variant for whom, as rules in order. */
import type { Clause, Serve } from './flag-definition.ts';
import { bucketOf, fractionOf, slicesOf, weightsOf } from './import-flagd-fractional.ts';
import { isFalse, isTrue } from './import-flagd-logic.ts';
import { ifArgs, NotHeld, termOf, type Logic } from './import-flagd-terms.ts';

/** What those get who meet all clauses and none of the answers before; null is flagd's null: the default variant. */
export type Answer = { readonly when: Clause[]; readonly serve: Serve | null };

type Place = { readonly variants: readonly string[]; readonly logic: Logic; readonly path: string; readonly depth: number };

const MOST = 1_000;

/** The answers of a targeting, in order; whoever meets none falls through. */
export function answersOf(targeting: unknown, variants: readonly string[], logic: Logic, path: string): Answer[] {
  return closed(answers(targeting, [], { variants, logic, path, depth: 0 }), []);
}

function answers(expression: unknown, when: Clause[], place: Place): Answer[] {
  const { logic, path, depth } = place;
  const term = termOf(expression, logic, path, depth);
  if (term.is === 'value')
    return [{ when, serve: named(Array.isArray(term.value) ? null : (term.value as string | number | boolean | null), place) }];
  if (term.is === 'attribute')
    return place.variants.map((variant) => ({
      when: [...when, { attribute: term.attribute, op: 'in', values: [variant] }],
      serve: { variant },
    }));
  const deeper = { ...place, path: `${path}.${term.op}`, depth: depth + 1 };
  if (term.op === 'if') return branches(term.args, when, deeper);
  if (term.op === 'fractional') return drawn(term.args, when, deeper);
  if (term.op === 'and' || term.op === 'or' || term.op === '!!')
    throw new NotHeld(path, `answers with what ${term.op} gives, which rules cannot say`);
  return [
    { when: [...when, isTrue(expression, logic, path)], serve: named(true, place) },
    { when: [...when, isFalse(expression, logic, path)], serve: named(false, place) },
  ];
}

/** Whoever meets a condition stays in its branch: where that gives no answer, null is the answer. */
function branches(args: readonly unknown[], when: Clause[], place: Place): Answer[] {
  const all: Answer[] = [];
  for (let index = 0; index < args.length; index += 2) {
    if (index === args.length - 1) all.push(...answers(args[index], when, place));
    else {
      const inside = [...when, isTrue(args[index], place.logic, `${place.path}.${index}`)];
      all.push(...closed(answers(args[index + 1], inside, place), inside));
    }
    if (all.length > MOST) throw new NotHeld(place.path, `needs more than ${MOST} rules`);
  }
  return all;
}

function closed(all: readonly Answer[], when: Clause[]): Answer[] {
  const last = all.at(-1);
  const isTotal = last !== undefined && last.when.length === when.length && (last.serve === null || 'variant' in last.serve);
  return isTotal ? [...all] : [...all, { when, serve: null }];
}

function drawn(args: readonly unknown[], when: Clause[], place: Place): Answer[] {
  const { logic, path } = place;
  const { by, buckets } = fractionOf(args, logic, path);
  const weights = weightsOf(buckets, path);
  if (weights === null) return byWeight(args, when, place);
  if (weights.every((weight) => weight === 0)) return [{ when, serve: null }];
  const variants = buckets.map(({ variant }) =>
    typeof variant === 'object' && variant !== null ? null : named(variant as string | number | boolean, place),
  );
  const isMissing: Clause[] = by.isText ? [...when, { not: { attribute: by.unit, op: 'exists', values: [] } }] : [];
  const ofText = by.isText ? answers(buckets[bucketOf(by.salt, weights)]?.variant ?? null, isMissing, place) : [];
  if (variants.every((serve) => serve !== null && 'variant' in serve && serve.variant !== null)) {
    const shares = variants.map((serve, index) => ({
      variant: (serve !== null && 'variant' in serve ? serve.variant : null) ?? '',
      weight: weights[index] ?? 0,
    }));
    return [{ when, serve: { split: { unit: by.unit, hashVersion: 'flagd2', salt: by.salt, weights: shares } } }, ...ofText];
  }
  const slices = slicesOf(args, logic, path) ?? [];
  const inSlices = slices.flatMap(({ variant, clause }) => closed(answers(variant, [...when, clause], place), [...when, clause]));
  return [...inSlices, ...ofText];
}

/** A weight that is an `if` makes the draw two draws, each under its condition. */
function byWeight(args: readonly unknown[], when: Clause[], place: Place): Answer[] {
  const at = args.findIndex((bucket) => Array.isArray(bucket) && typeof bucket[1] === 'object' && bucket[1] !== null);
  // Found above: a list.
  const bucket = args[at] as readonly unknown[];
  const choice = ifArgs(bucket[1]);
  if (choice === null || choice.length > 3) throw new NotHeld(place.path, 'has a weight that is neither a number nor an if');
  const withWeight = (weight: unknown): unknown[] => args.toSpliced(at, 1, [bucket[0], weight ?? 0]);
  const inside = [...when, isTrue(choice[0], place.logic, place.path)];
  return [...closed(drawn(withWeight(choice[1]), inside, place), inside), ...drawn(withWeight(choice[2]), when, place)];
}

/** The variant of a name; a boolean names `true` or `false`. Where there is none of that name, the default is given. */
function named(value: string | number | boolean | null, { variants, logic, path }: Place): Serve | null {
  if (value === null) return null;
  const name = String(value);
  if (variants.includes(name)) return { variant: name };
  logic.notes.push({ path, message: `answers with ${name}, which is no variant; the default variant is given` });
  return null;
}
