/** What the evaluator answered, in OFREP's words. An answer is one object until its flag changes, so its text is made once. */
import type { EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';

const texts = new WeakMap<EvaluationDetails, string>();
const strictTexts = new WeakMap<EvaluationDetails, string>();

/**
 * The JSON of one answer without an error. `strict`: the protocol's own schema has no reason `DEFAULT`, and a client that holds
 * to it is told `UNKNOWN`.
 */
export function ofrepText(key: string, details: EvaluationDetails, strict: boolean): string {
  const kept = strict ? strictTexts : texts;
  const known = kept.get(details);
  if (known !== undefined) return known;
  const made = JSON.stringify(resultOf(key, details, strict));
  // Only answers that belong to a flag are objects that stay.
  if (details.errorCode === null) kept.set(details, made);
  return made;
}

/** The code of an answer that went wrong, as far as the protocol knows it. */
export function ofrepCode({ errorCode }: EvaluationDetails): string {
  return errorCode === 'TARGETING_KEY_MISSING' || errorCode === 'PARSE_ERROR' || errorCode === 'INVALID_CONTEXT'
    ? errorCode
    : 'GENERAL';
}

function resultOf(key: string, details: EvaluationDetails, strict: boolean): object {
  if (details.errorCode !== null) return { key, errorCode: ofrepCode(details), errorDetails: details.errorMessage ?? '' };
  const { value, variant, reason, ruleId, ruleTitle, flagVersion } = details;
  return {
    key,
    reason: strict && reason === 'DEFAULT' ? 'UNKNOWN' : reason,
    ...(variant !== null && { variant }),
    // Without a value the client takes the default of its code.
    ...(value !== undefined && { value }),
    metadata: {
      ...details.metadata,
      ...(flagVersion !== null && { version: flagVersion }),
      ...(ruleId !== null && { ruleId, ruleTitle: ruleTitle ?? '' }),
    },
  };
}
