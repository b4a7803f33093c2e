import type { OutputOf } from '@shortlist/domain/operations.ts';
import { useQuery, type Queried, type RefreshOn } from '../sync/use-query.ts';

export type WindowView = OutputOf<'backlog.window'>;

/** A team's window as the server computes it, asked again whenever where items stand, or the team, has changed. */
export function useWindow(teamId: string | undefined): Queried<'backlog.window'> {
  return useQuery('backlog.window', teamId === undefined ? null : { teamId }, { refreshOn: bearsOnWindow });
}

const bearsOnWindow: RefreshOn = ['placement', 'team'];
