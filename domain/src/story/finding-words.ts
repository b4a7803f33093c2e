/** What is found while a story is tried. No schemas: decisions and the browser read this file. */

/** A `finding` holds the climb to beta while it is open; a `polish` holds nothing. */
export const findingKinds = ['finding', 'polish'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** More of them on a story, and it is not what was meant. */
export const mostFindings = 200;
