// Readiness as the ring draws it and as it is said.
import { readinessActs, readinessWords, type Readiness } from '@shortlist/domain/story/readiness.ts';
import type { ReadinessPoint } from '@shortlist/domain/story/ready-points.ts';
import type { ReadinessCheck } from '../ui/signature/ReadinessRing.tsx';

export const readyWords = 'Ready to commit';

export function checksOf({ points }: Readiness): readonly ReadinessCheck[] {
  return points.map(({ point, met }) => ({ id: point, label: readinessWords[point], done: met }));
}

/** Gets the missing points in words, in order. */
export function missingWords(missing: readonly string[]): string {
  return `Still to say: ${listed(missing)}`;
}

const shortWords: Readonly<Record<ReadinessPoint, string>> = {
  persona: 'who',
  need: 'need',
  benefit: 'benefit',
  criterion: 'one criterion',
  outcome: 'outcome',
  questions: 'answers',
  read: 'a second reader',
  design: 'design read',
  why: 'why',
};

/** For a row: "Missing: who, need and one criterion". */
export function missingInShort({ missing }: Readiness): string {
  return `Missing: ${listed(missing.map((point) => shortWords[point]))}`;
}

/** "Still to do: say who has the problem, and answer the open questions." */
export function missingSentence({ missing }: Readiness): string {
  return missing.length === 0 ? `${readyWords}.` : `Still to do: ${listed(missing.map((point) => readinessActs[point]))}.`;
}

/** What is to be done for a point, to begin a line with. */
export function actWords(point: ReadinessPoint): string {
  const words = readinessActs[point];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
