/** Bounds of trying a feature for oneself. No schemas: decisions and the browser read this file. */

/** Of the rule that the entries become; no rule of somebody's own has it. */
export const tryingRuleId = '$trying';

export const tryingLimits = {
  /** How long it stays on, in hours. */
  hours: 24,
  usualHours: 8,
  /** Who try a flag in an environment at the same time. */
  people: 20,
  /** How long a link works, in hours. */
  linkHours: 168,
  usualLinkHours: 24,
  /** Links of a flag that work at the same time. */
  links: 50,
} as const;
