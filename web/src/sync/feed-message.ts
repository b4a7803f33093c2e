// What the server says on the socket of the feed (docs/feed-spec.md), and who hears of what has no number.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { Present } from '@shortlist/domain/presence/place.ts';

export type FeedMessage =
  | { readonly type: 'hello'; readonly seq: number; readonly schema: string; readonly version: string; readonly now: string }
  | { readonly type: 'changes'; readonly changes: readonly FeedChange[] }
  | { readonly type: 'reset' }
  /** Something of the member's own is new. It has no number: what it is about is asked for. */
  | { readonly type: 'notices' }
  /** Who is at what this page said that it shows. */
  | { readonly type: 'people'; readonly subjectId: string; readonly people: readonly Present[] }
  | { readonly type: 'ping' }
  | { readonly type: 'bye'; readonly reason: string };

export interface ConnectionHearers {
  /** Something of the member's own is new, or may be, since nothing was heard for a while. */
  readonly onNotices?: () => void;
  readonly onPeople?: (subjectId: string, people: readonly Present[]) => void;
}

/** Null for what cannot be read. */
export function messageIn(text: string): FeedMessage | null {
  try {
    // As for the snapshot's lines: written by our server, by the protocol.
    const read = JSON.parse(text) as FeedMessage | null;
    return read !== null && (read.type !== 'changes' || Array.isArray(read.changes)) ? read : null;
  } catch {
    return null;
  }
}
