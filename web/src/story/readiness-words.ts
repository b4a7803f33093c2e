// Readiness as the ring draws it and as it is said.
import { readinessWords, type Readiness, type ReadinessPoint } from '@shortlist/domain/story/readiness.ts';
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
  why: 'why',
};

/** For a row: "Missing: who, need and one criterion". */
export function missingInShort({ missing }: Readiness): string {
  return `Missing: ${listed(missing.map((point) => shortWords[point]))}`;
}

/** "It does not say who has the problem and why it matters to them." */
export function missingSentence({ missing }: Readiness): string {
  const said = missing.filter((point) => point !== 'criterion').map((point) => readinessWords[point]);
  const lacksCriterion = missing.includes('criterion');
  if (said.length === 0) return lacksCriterion ? `It needs ${readinessWords.criterion}.` : `${readyWords}.`;
  return `It does not say ${listed(said)}${lacksCriterion ? `, and it needs ${readinessWords.criterion}` : ''}.`;
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
