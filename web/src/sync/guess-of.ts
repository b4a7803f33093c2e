// From a decision to a guess.
import type { Change, Decision } from '@shortlist/domain/decision.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';

/** The changes of a decision; null when it refuses: then the server's own words are waited for. */
export function changesOf(decision: Decision<unknown>): readonly Change[] | null {
  return isRefusal(decision) ? null : decision.changes;
}
