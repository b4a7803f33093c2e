// How many stories each persona has: the server counts, since those that ended long ago are not here.
import { useMemo } from 'react';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';

export interface StoryCount {
  readonly open: number;
  readonly all: number;
}

/** By the persona's id; empty until the server has answered. */
export function usePersonaCounts(): ReadonlyMap<string, StoryCount> {
  const { value } = useQuery('persona.list', {}, { refreshOn: bearsOnPersonas });
  return useMemo(() => new Map(value?.items.map(({ persona, open, all }) => [persona.id, { open, all }] as const)), [value]);
}

/** Whether a change may be seen in the list or the stories of a persona. */
export const bearsOnPersonas: RefreshOn = ({ entity }) => entity === 'persona' || entity === 'story' || entity === 'placement';

export function countWords({ open, all }: StoryCount): string {
  if (all === 0) return 'No story';
  return open === all ? `${open} open` : `${open} open of ${all}`;
}
