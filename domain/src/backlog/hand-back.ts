/** When what nobody touches leaves refinement by itself. No schemas: the server and the browser read this file. */

/** Without a change, a comment or a reader for so long, it goes back; it is announced so long before. */
export const handBackDays = { untouched: 28, announced: 7 } as const;

const dayMs = 86_400_000;

/** `announce`: it leaves in a week. `keep`: it was touched since it was announced. `leave`: its day has come. */
export type HandBack = 'announce' | 'keep' | 'leave' | null;

/**
 * What is to be done about an item in refinement; null: nothing. Whatever was missed while no server ran, nothing leaves
 * that was not announced a week before. All are ISO instants; `leavesAt` is null where nothing is announced.
 */
export function handBackOf(leavesAt: string | null, touchedAt: string, now: string): HandBack {
  if (leavesAt === null) return daysFrom(touchedAt, now) >= handBackDays.untouched - handBackDays.announced ? 'announce' : null;
  if (daysFrom(touchedAt, leavesAt) < handBackDays.announced) return 'keep';
  return leavesAt <= now ? 'leave' : null;
}

/** The instant at which something that is announced now leaves. */
export function leavingAt(now: string): string {
  return new Date(Date.parse(now) + handBackDays.announced * dayMs).toISOString();
}

/** Whole days until it leaves, rounded up; 0 on its day and after. */
export function daysToLeave(leavesAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(leavesAt) - now) / dayMs));
}

function daysFrom(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}
