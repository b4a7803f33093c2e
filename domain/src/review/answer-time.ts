/** When those whose ideas were refused are told. No schemas: the server and the browser read this file. */
import type { Idea } from '../idea/idea.ts';

/** After a review is closed; until then what it decided can be taken back. */
export const answersAfterMinutes = 30;

/** A review that nobody closes closes itself after so long without a decision. */
export const closesAfterHours = 12;

/** A no that somebody hears: its sentence may still be put better while it did not go out. */
export function hasAnswer({ decision }: Pick<Idea, 'decision'>): boolean {
  return decision?.kind === 'reject' || decision?.kind === 'merge';
}
