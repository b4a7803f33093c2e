/** The closed lists and bounds of bringing flags along, without a schema. */

export const flagFormats = ['flagd', 'unleash'] as const;
export type FlagFormat = (typeof flagFormats)[number];

/** What becomes of each flag of a file. */
export const outcomes = ['created', 'changed', 'unchanged', 'left'] as const;
export type ImportOutcome = (typeof outcomes)[number];

export const importLimits = {
  characters: 16_000_000,
  flags: 10_000,
  /** Of objects and lists inside each other. */
  depth: 64,
  /** Told at most; the others are counted. */
  notes: 1_000,
} as const;
