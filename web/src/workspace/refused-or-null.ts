import type { Refused } from '../sync/send.ts';

/** The refusal of an answer; null when it was none. */
export function refusedOrNull(sent: Refused | { readonly ok: true }): Refused | null {
  return 'refused' in sent ? sent : null;
}
