// The ways out of a full window, as the dialog holds them and as they are sent.
import type { InputOf } from '@shortlist/domain/operations.ts';

export type Way = 'swap' | 'over' | 'reject';

/** What is filled in; each way reads its own part. */
export interface WayOut {
  readonly way: Way;
  /** The item that leaves. */
  readonly leavingId: string | null;
  readonly to: 'refinement' | 'rejected';
  /** Why the leaving item is given up, why it goes over, or why the new item is rejected. */
  readonly sentence: string;
}

export type CommitExtras = Pick<InputOf<'backlog.commit'>, 'swapOut' | 'override'>;

/** What is still missing, in words; null when it can be sent. */
export function missingIn({ way, leavingId, to, sentence }: WayOut): string | null {
  if (way === 'swap' && leavingId === null) return 'Choose what leaves.';
  if (way === 'swap' && to === 'refinement') return null;
  if (sentence.trim() !== '') return null;
  return way === 'over' ? 'Write the reason: it stays on the meter.' : 'Write one sentence why.';
}

/** What `backlog.commit` is sent beside the item, for a swap or for going over. */
export function commitExtras({ way, leavingId, to, sentence }: WayOut): CommitExtras {
  const line = sentence.replace(/\s+/g, ' ').trim();
  if (way === 'over') return { override: { reason: line } };
  if (leavingId === null) return {};
  return { swapOut: [{ itemId: leavingId, to, ...(to === 'rejected' && { sentence: line }) }] };
}
