import { rungs, shortRungs, type Rung, type ShownRung } from '@shortlist/domain/ladder/rung-words.ts';
import type { LadderRung } from '../ui/signature/ReleaseLadder.tsx';

const words: Readonly<Record<Rung, { readonly label: string; readonly who: string }>> = {
  off: { label: 'Off', who: 'Nobody' },
  development: { label: 'Development', who: 'Everybody outside production' },
  internal: { label: 'Internal', who: 'We ourselves, in production' },
  beta: { label: 'Beta', who: 'Chosen customers too' },
  gradual: { label: 'Gradual', who: 'A share of everybody too' },
  everyone: { label: 'Everyone', who: 'Everybody' },
  permanent: { label: 'Permanent', who: 'Everybody, and the flag is gone from the code' },
};

export const ladderWords = {
  label: 'Release ladder',
  now: 'now',
  climb: 'Climb to',
  stepDown: 'Step down to',
};

export const ladderRungs: readonly LadderRung[] = rungs.map((id) => ({ id, ...words[id] }));

/** Of a story that goes without a flag. */
export const shortLadderRungs: readonly LadderRung[] = shortRungs.map((id) => ({ id, ...words[id] }));

export function rungLabel(rung: ShownRung): string {
  return rung === 'custom' ? 'By hand' : words[rung].label;
}

export function rungWho(rung: Rung): string {
  return words[rung].who;
}
