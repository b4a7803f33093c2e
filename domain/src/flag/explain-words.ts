/** An explanation in sentences, for people. No schemas. */
import type { EvaluationDetails } from './evaluation.ts';
import type { ClauseTrace, RuleTrace } from './flag-explain.ts';
import { clauseWords, type SegmentNames } from './rule-sentences.ts';

/** What they get and why, in a sentence. `value` is told by the caller. */
export function answerSentence({ variant, reason, ruleTitle, errorMessage }: EvaluationDetails): string {
  const got = variant === null ? 'They get the default in the code' : `They get ${variant}`;
  switch (reason) {
    case 'DISABLED':
      return `${got}: it is switched off here, whatever the rules say.`;
    case 'TARGETING_MATCH':
      return `${got}: the rule “${ruleTitle ?? ''}” holds for them.`;
    case 'SPLIT':
      return ruleTitle === null ? `${got}: that is how they were drawn.` : `${got}: the rule “${ruleTitle}” drew it for them.`;
    case 'STATIC':
      return `${got}, as everybody does.`;
    case 'DEFAULT':
      return `${got}: no rule holds for them.`;
    case 'ERROR':
      return `${got}: ${errorMessage ?? 'it could not be answered'}.`;
    default:
      return reason satisfies never;
  }
}

/** What became of a rule. */
export function outcomeWords({ outcome, unit }: RuleTrace): string {
  switch (outcome) {
    case 'served':
      return unit === null ? 'It holds, and answers.' : `It holds, and draws ${unit}.`;
    case 'passedOver':
      return 'It holds, but there is nobody to draw by; the next is asked.';
    case 'notMet':
      return 'It does not hold.';
    case 'notReached':
      return 'It is not asked: an earlier rule answers.';
    default:
      return outcome satisfies never;
  }
}

/** A condition with what it saw: `customer.plan is pro: it is free`. */
export function traceWords({ clause, seen, isMissing }: ClauseTrace, names: SegmentNames): string {
  const claim = clauseWords(clause, names);
  if (isMissing) return `${claim}: it is not in the context`;
  if (seen === null) return claim;
  if ('segment' in clause) return `${claim}: looked for ${seen}`;
  if ('flag' in clause) return `${claim}: it gives ${seen}`;
  if ('share' in clause) return `${claim}: ${seen} was drawn`;
  return `${claim}: it is ${seen}`;
}
