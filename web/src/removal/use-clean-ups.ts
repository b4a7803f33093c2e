import type { OutputOf } from '@shortlist/domain/operations.ts';
import { useQuery, type Queried, type RefreshOn } from '../sync/use-query.ts';

export type CleanUp = OutputOf<'flag.listCleanUps'>['items'][number];

const bearsOnIt: RefreshOn = ['flag', 'codeScan', 'codeUse'];

/** Every flag that is to be cleaned up, the earliest due first; with a story, that story's. */
export function useCleanUps(storyId?: string): Queried<'flag.listCleanUps'> {
  return useQuery('flag.listCleanUps', { limit: 1_000, ...(storyId !== undefined && { storyId }) }, { refreshOn: bearsOnIt });
}
