/** Makes a definition into what is asked millions of times: one object for every answer it can give, made once. */
import { placeOf, cutsOf, totalOf, type Place } from './buckets.ts';
import { compileClauses, unitReader, type Asking, type Holds, type MissingCounts } from './clause-compile.ts';
import type { EvaluationContext, EvaluationDetails } from './evaluation.ts';
import type { FlagDefinition, Rule, SegmentDefinition, Serve, Split } from './flag-definition.ts';
import { attributeReader, unitOf } from './attribute.ts';
import type { Reason } from './flag-words.ts';

/** What a rule serves; null where its split found no unit, and the next rule is asked. */
export type Serves = (context: EvaluationContext, asking: Asking) => EvaluationDetails | null;

export type CompiledRule = { readonly holds: Holds; readonly serves: Serves };

export type CompiledFlag = {
  readonly definition: FlagDefinition;
  /** The definition as it came, so that a set can be written down again. */
  readonly text: string;
  /** The one answer of a flag that is switched off; null while it is on. */
  readonly off: EvaluationDetails | null;
  readonly rules: readonly CompiledRule[];
  readonly fallthrough: Serves;
  readonly missing: MissingCounts;
};

export type CompiledSegment = {
  readonly definition: SegmentDefinition;
  readonly text: string;
  readonly holds: Holds;
  readonly missing: MissingCounts;
};

/** Throws with what is wrong, as the end of a sentence, for a definition that cannot be understood. */
export function compileFlag(text: string): CompiledFlag {
  // What the server parsed with the schema; a foreign or damaged text fails below, or in its first reading.
  const definition = JSON.parse(text) as FlagDefinition;
  const missing: MissingCounts = new Map();
  const rules = definition.rules.map((rule) => ({
    holds: compileClauses(rule.when, definition.salt, missing),
    serves: compileServe(rule.serve, definition, rule, missing),
  }));
  const off = definition.enabled ? null : details(definition, definition.offVariant, 'DISABLED', null);
  return { definition, text, off, rules, fallthrough: compileServe(definition.fallthrough, definition, null, missing), missing };
}

/** As `compileFlag`. */
export function compileSegment(text: string): CompiledSegment {
  // As in compileFlag.
  const definition = JSON.parse(text) as SegmentDefinition;
  const missing: MissingCounts = new Map();
  const readUnit = attributeReader(definition.unit);
  const included = new Set(definition.included);
  const excluded = new Set(definition.excluded);
  const rules = definition.rules.map((when) => compileClauses(when, definition.key, missing));
  const holds: Holds = (context, asking) => {
    const key = unitOf(readUnit(context, asking.clock));
    if (key !== null && excluded.has(key)) return false;
    if (key !== null && included.has(key)) return true;
    return rules.some((rule) => rule(context, asking));
  };
  return { definition, text, holds, missing };
}

function compileServe(serve: Serve, flag: FlagDefinition, rule: Rule | null, missing: MissingCounts): Serves {
  if ('split' in serve) return compileSplit(serve.split, flag, rule, missing);
  const reason = rule !== null ? 'TARGETING_MATCH' : flag.rules.length === 0 && serve.variant !== null ? 'STATIC' : 'DEFAULT';
  const answer = details(flag, serve.variant, reason, rule);
  return () => answer;
}

type Cuts = { readonly cuts: Float64Array; readonly answers: readonly EvaluationDetails[]; readonly place: Place };

function compileSplit(split: Split, flag: FlagDefinition, rule: Rule | null, missing: MissingCounts): Serves {
  const unit = unitReader(split, missing);
  const salt = split.salt ?? flag.salt;
  const cutsFor = (weights: Split['weights']): Cuts => ({
    cuts: cutsOf(split.hashVersion, weights),
    answers: weights.map(({ variant }) => details(flag, variant, 'SPLIT', rule)),
    place: placeOf(split.hashVersion, salt, totalOf(weights), 'variants'),
  });
  const first = cutsFor(split.weights);
  const steps = (split.steps ?? []).map(({ at, weights }) => ({ at: Date.parse(at), cuts: cutsFor(weights) }));
  const cutsNow = (clock: () => number): Cuts => {
    const now = clock();
    return steps.findLast((step) => step.at <= now)?.cuts ?? first;
  };
  return (context, asking) => {
    const key = unit(context, asking.clock);
    if (key === null) return null;
    const { cuts, answers, place } = steps.length === 0 ? first : cutsNow(asking.clock);
    const at = place(key);
    let index = 0;
    while (index < cuts.length - 1 && at >= (cuts[index] ?? 0)) index += 1;
    return answers[index] ?? null;
  };
}

function details(flag: FlagDefinition, variant: string | null, reason: Reason, rule: Rule | null): EvaluationDetails {
  if (variant !== null && !Object.hasOwn(flag.variants, variant))
    throw new Error(`serves the variant ${variant}, which it does not have`);
  return Object.freeze({
    value: variant === null ? undefined : flag.variants[variant],
    variant,
    reason,
    ruleId: rule?.id ?? null,
    ruleTitle: rule?.title ?? null,
    errorCode: null,
    errorMessage: null,
    flagVersion: flag.version,
    metadata: flag.metadata ?? null,
  });
}
