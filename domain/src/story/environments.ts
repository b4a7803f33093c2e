/** Where criteria are verified. No schemas: the browser reads this file. A workspace's own environments will take its place. */

/** From the desk to the customers; the last is the one that counts most. */
export const environments = ['development', 'staging', 'production'] as const;

export const environmentKeyPattern = /^[a-z][a-z0-9-]{0,39}$/;

export const verdicts = ['passed', 'failed'] as const;
export type VerdictWord = (typeof verdicts)[number];
