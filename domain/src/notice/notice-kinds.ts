/** What a member is told of. No schemas: the browser reads this file. */

/** From the most personal to the least: of one change a member gets one notice, of the first kind that fits. */
export const noticeKinds = [
  'assigned',
  'joined',
  'mentioned',
  'replied',
  'decided',
  'failed',
  'found',
  'flag_back',
  'flag_late',
  'ready',
  'leaving',
  'commented',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How long notices are kept, and how many of a member at most. */
export const noticeLimits = { days: 90, each: 1_000, words: 280 } as const;

/** `left` is not told of what others do, but of what names oneself; `muted` is told nothing. */
export const followingStates = ['following', 'left', 'muted'] as const;
export type FollowingState = (typeof followingStates)[number];
