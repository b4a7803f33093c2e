/** Why somebody gets what they get: the evaluator's answer, with every rule and clause on the way there. Slow beside it, and for people. */
import { attributeReader, bounded, textOf, unitOf } from './attribute.ts';
import { compileClause, unitReader } from './clause-compile.ts';
import type { EvaluationContext, EvaluationDetails } from './evaluation.ts';
import type { Clause, Serve } from './flag-definition.ts';
import { askingOf, evaluateFlag, flagOf, segmentOf } from './flag-evaluate.ts';
import type { FlagSet } from './flag-set.ts';
import { flagLimits } from './flag-words.ts';

export type ClauseTrace = {
  readonly clause: Clause;
  readonly holds: boolean;
  /** The attribute's value, the other flag's variant, or the unit that was drawn; shortened. null where it is missing. */
  readonly seen: string | null;
  /** The attribute was asked for and is not in the context. */
  readonly isMissing: boolean;
  /** Of `all`, `any` and `not`; and, of a segment, the clauses of its rules. */
  readonly inside: readonly ClauseTrace[];
};

export type RuleTrace = {
  readonly id: string;
  readonly title: string;
  /** `served`: this one answered. `passedOver`: its clauses hold, and its split found no unit. `notReached`: an earlier one answered. */
  readonly outcome: 'served' | 'passedOver' | 'notMet' | 'notReached';
  readonly clauses: readonly ClauseTrace[];
  /** The unit that a split was drawn by; null without a split or a unit. */
  readonly unit: string | null;
};

export type Explanation = {
  readonly details: EvaluationDetails;
  /** The kill switch is off; the rules show what it holds back. */
  readonly isSwitchedOff: boolean;
  readonly rules: readonly RuleTrace[];
  /** Attributes that were asked for and are missing, each once. */
  readonly missing: readonly string[];
};

const LONGEST_SEEN = 200;

export function explainFlag(set: FlagSet, key: string, context: EvaluationContext): Explanation {
  const details = evaluateFlag(set, key, context);
  const none = { details, isSwitchedOff: false, rules: [], missing: [] };
  if (details.errorCode !== null && details.errorCode !== 'TARGETING_KEY_MISSING') return none;
  const flag = flagOf(set, key);
  if (flag === null) return none;
  const missing = new Set<string>();
  const trace = { set, context, salt: flag.definition.salt, missing };
  let isReached = true;
  const rules = flag.definition.rules.map((rule): RuleTrace => {
    const clauses = isReached ? rule.when.map((clause) => traceClause(trace, clause, 0)) : [];
    const unit = isReached ? unitOfServe(trace, rule.serve) : null;
    if (!isReached) return { id: rule.id, title: rule.title, outcome: 'notReached', clauses, unit };
    const isMet = clauses.every(({ holds }) => holds);
    const outcome = !isMet ? 'notMet' : 'split' in rule.serve && unit === null ? 'passedOver' : 'served';
    if (outcome === 'served') isReached = false;
    if (outcome === 'passedOver' && 'split' in rule.serve) missing.add(rule.serve.split.unit);
    return { id: rule.id, title: rule.title, outcome, clauses, unit: outcome === 'served' ? unit : null };
  });
  return { details, isSwitchedOff: !flag.definition.enabled, rules, missing: [...missing] };
}

type Trace = { readonly set: FlagSet; readonly context: EvaluationContext; readonly salt: string; readonly missing: Set<string> };

function traceClause(trace: Trace, clause: Clause, depth: number): ClauseTrace {
  const { set, context } = trace;
  const asking = askingOf(set);
  const holds = compileClause(clause, trace.salt, new Map())(context, asking);
  const result = { clause, holds, seen: null, isMissing: false, inside: [] };
  if ('attribute' in clause) {
    const value = bounded(attributeReader(clause.attribute)(context, set.clock));
    const isMissing = value === undefined && clause.op !== 'exists';
    if (isMissing) trace.missing.add(clause.attribute);
    return { ...result, seen: value === undefined ? null : shown(value), isMissing };
  }
  if ('share' in clause) {
    const unit = unitReader(clause.share, new Map())(context, set.clock);
    if (unit === null) trace.missing.add(clause.share.unit);
    return { ...result, seen: unit === null ? null : shown(unit), isMissing: unit === null };
  }
  if ('flag' in clause) return { ...result, seen: asking.variantOf(clause.flag, context) };
  if (depth >= flagLimits.depth) return result;
  const inner = 'all' in clause ? clause.all : 'any' in clause ? clause.any : 'not' in clause ? [clause.not] : null;
  if (inner !== null) return { ...result, inside: inner.map((one) => traceClause(trace, one, depth + 1)) };
  return 'segment' in clause ? { ...result, ...traceSegment(trace, clause.segment, depth) } : result;
}

/** The key that a segment looked up in its lists, and its rules. */
function traceSegment(trace: Trace, key: string, depth: number): { seen: string | null; inside: ClauseTrace[] } {
  const segment = segmentOf(trace.set, key);
  if (segment === null) return { seen: null, inside: [] };
  const { definition } = segment;
  const unit = unitOf(attributeReader(definition.unit)(trace.context, trace.set.clock));
  const ofSegment = { ...trace, salt: definition.key };
  const inside = definition.rules.flatMap((rule) => rule.map((clause) => traceClause(ofSegment, clause, depth + 1)));
  return { seen: unit === null ? null : shown(unit), inside };
}

function unitOfServe(trace: Trace, serve: Serve): string | null {
  const unit = 'split' in serve ? unitReader(serve.split, new Map())(trace.context, trace.set.clock) : null;
  return unit === null ? null : shown(unit);
}

function shown(value: unknown): string {
  const text = textOf(value) ?? (Array.isArray(value) ? 'a list' : 'an object');
  return text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text;
}
