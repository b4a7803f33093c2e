/** The longest texts of a persona, in characters. No schemas: the browser reads this file. */
export const personaLimits = { goals: 4000, frustrations: 4000, notes: 8000 } as const;
