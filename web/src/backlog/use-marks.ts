import type { OutputOf } from '@shortlist/domain/operations.ts';
import { useMemo } from 'react';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';

export type Mark = OutputOf<'backlog.marks'>['items'][number];

const bearsOnMarks: RefreshOn = ['placement', 'team'];

/** How the items on a team's backlog go, as the server tells it from the team's record; empty until it has. */
export function useMarks(teamId: string): ReadonlyMap<string, Mark> {
  const { value } = useQuery('backlog.marks', { teamId }, { refreshOn: bearsOnMarks });
  return useMemo(() => new Map(value?.items.map((mark) => [mark.itemId, mark])), [value]);
}

/** Marks of all teams, asked for only while `isWanted`; null until they are known. */
export function useAllMarks(isWanted: boolean): readonly Mark[] | null {
  const { value } = useQuery('backlog.marks', isWanted ? {} : null, { refreshOn: bearsOnMarks });
  return value?.items ?? null;
}
