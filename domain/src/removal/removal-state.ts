/** How far a flag has come on its way out of the code: one pure function of what is known. No schemas. */
import type { ShownRung } from '../ladder/rung-words.ts';

/**
 * `waiting for code`: nobody has written it yet. `live`: the code asks for it. `removing`: its code is going: gone from the
 * repositories and still running somewhere, or made permanent before it was gone. `ready to remove`: nothing asks for it any
 * more. `zombie`: it was gone, and something asks for it again. `gone`: done.
 */
export const removalStates = ['waiting for code', 'live', 'removing', 'ready to remove', 'zombie', 'gone'] as const;
export type RemovalState = (typeof removalStates)[number];

/** Something that runs asks at least this often; what was silent for longer does not ask any more. */
const quietHours = 24;
/** Counts of evaluations come in late, from products that tell every few seconds or minutes. */
const lateMinutes = 10;

export interface RemovalFacts {
  readonly rung: ShownRung;
  readonly archivedAt: string | null;
  /** Places in the last report of every repository, added up; null where none was ever reported. */
  readonly places: number | null;
  /** In any environment. */
  readonly lastEvaluatedAt: string | null;
}

/** `now`: ISO 8601. */
export function removalState({ rung, archivedAt, places, lastEvaluatedAt }: RemovalFacts, now: string): RemovalState {
  const isAsked = lastEvaluatedAt !== null && hoursBetween(lastEvaluatedAt, now) < quietHours;
  const isInCode = (places ?? 0) > 0;
  if (archivedAt !== null) {
    if (isAsked && hoursBetween(archivedAt, lastEvaluatedAt) > lateMinutes / 60) return 'zombie';
    return isInCode ? 'removing' : 'gone';
  }
  if (isInCode) return 'live';
  if (rung !== 'everyone') return lastEvaluatedAt === null ? 'waiting for code' : 'live';
  if (places === null) return lastEvaluatedAt === null ? 'waiting for code' : 'live';
  return isAsked ? 'removing' : 'ready to remove';
}

/** Whether there is something left to do about a flag that was made permanent. */
export function isUnfinished(state: RemovalState): boolean {
  return state === 'zombie' || state === 'removing';
}

function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
