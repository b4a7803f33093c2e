/** What one item may be to another. No schemas: the browser reads this file. */

export const linkKinds = ['blocks', 'relates', 'duplicates', 'splitFrom'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Those that people set; where something was split from is told by the split alone. */
export const settableLinkKinds = ['blocks', 'relates', 'duplicates'] as const satisfies readonly LinkKind[];

/** What the one is to the other, read from either end, to follow a handle: "STORY-1 blocks STORY-2". */
export const linkWords: Readonly<Record<LinkKind, { readonly from: string; readonly to: string }>> = {
  blocks: { from: 'blocks', to: 'is blocked by' },
  relates: { from: 'is related to', to: 'is related to' },
  duplicates: { from: 'duplicates', to: 'is duplicated by' },
  splitFrom: { from: 'was split from', to: 'was split into' },
};

/** An item has at most so many links. */
export const mostLinks = 100;
