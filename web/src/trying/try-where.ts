// Where a flag can be tried: in production where it answers there, else in the last place before it that answers.
import { configIn } from '@shortlist/domain/ladder/rungs.ts';
import type { Environment, Flag } from '../flag/flag-rows.ts';

/** In the order of the environments; none where it is switched off everywhere. */
export function triableIn(flag: Flag, environments: readonly Environment[]): readonly Environment[] {
  return environments.filter(({ key }) => configIn(flag, key).enabled);
}

export function usualPlace(flag: Flag, environments: readonly Environment[]): Environment | null {
  const open = triableIn(flag, environments);
  return open.findLast(({ isProduction }) => isProduction) ?? open.at(-1) ?? null;
}

/** The time of day, with the day where it is not today's. */
export function endWords(until: string, now: number): string {
  const end = new Date(until);
  const isToday = end.toDateString() === new Date(now).toDateString();
  return end.toLocaleString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { weekday: 'short', day: 'numeric', month: 'short' }),
  });
}
