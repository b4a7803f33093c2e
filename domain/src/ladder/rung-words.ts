/** The rungs by name. No schemas. */

export const rungs = ['off', 'development', 'internal', 'beta', 'gradual', 'everyone', 'permanent'] as const;
export type Rung = (typeof rungs)[number];

/** The ladder of a story that goes without a flag. */
export const shortRungs = ['off', 'everyone'] as const;
export type ShortRung = (typeof shortRungs)[number];

/** What a flag may show: its rung, or that its rules were written by hand. */
export const shownRungs = [...rungs, 'custom'] as const;
export type ShownRung = (typeof shownRungs)[number];

/** What keeps a flag from climbing unless somebody says why it may. */
export const guards = ['criteria', 'findings', 'risk', 'code'] as const;
export type Guard = (typeof guards)[number];

/** Why a climb by schedule does not go on: until it may, or until somebody says so. */
export const pauses = ['held', 'halted'] as const;

/** An open bug at or above this risk holds a climb. */
export const guardedRisk = 12;
/** From `everyone` until the flag's code should be gone. */
export const cleanUpDays = 14;
