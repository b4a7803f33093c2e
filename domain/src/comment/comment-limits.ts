/** What a comment may hold. No schemas: the browser reads this file. */

export const commentLimits = { text: 20_000, mentions: 50, reactions: 300, perSubject: 1_000 } as const;

/** A small fixed set: enough to answer without a comment. The order is the one they are offered in. */
export const reactionKinds = ['agree', 'disagree', 'heart', 'celebrate', 'look', 'unsure'] as const;
export type ReactionKind = (typeof reactionKinds)[number];
