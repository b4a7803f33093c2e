/** What asking a flag takes and gives. Types alone, so that whoever builds on the SDK needs no schema library for them. */
import type { ErrorCode, Reason } from './flag-words.ts';

/**
 * Who asks: `{user: {key, …}, customer: {key, plan, …}, device: {key}}`, or OpenFeature's flat form, where `targetingKey` is the
 * user's key. Never trusted: the evaluator reads own properties only, and bounds what it reads.
 */
export type EvaluationContext = { readonly [attribute: string]: unknown };

/** An answer. Do not change it: one object serves every answer of the same rule. */
export type EvaluationDetails = {
  /** undefined: use the default written in the code. */
  readonly value: unknown;
  readonly variant: string | null;
  readonly reason: Reason;
  /** Of the rule that served; null where none did. */
  readonly ruleId: string | null;
  readonly ruleTitle: string | null;
  readonly errorCode: ErrorCode | null;
  readonly errorMessage: string | null;
  /** The definition's `version`; null where there is no definition. */
  readonly flagVersion: number | null;
  readonly metadata: Readonly<Record<string, string | number | boolean>> | null;
};
