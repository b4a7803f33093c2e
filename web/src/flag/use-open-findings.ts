// What was found of a flag's stories and is not settled, as the guard of beta will say it.
import { rungs } from '@shortlist/domain/ladder/rung-words.ts';
import { useView } from '../sync/use-store.ts';
import type { Flag } from './flag-rows.ts';

/** A sentence; null from beta on, and where nothing holds. */
export function useOpenFindings({ storyIds, rung }: Flag): string | null {
  const open = useView(
    (read) =>
      storyIds
        .flatMap((id) => read.by('finding', 'storyId', id))
        .filter(({ kind, settledAt }) => kind === 'finding' && settledAt === null).length,
    [storyIds],
  );
  const isBefore = rung === 'custom' || rungs.indexOf(rung) < rungs.indexOf('beta');
  if (open === 0 || !isBefore) return null;
  return open === 1 ? '1 finding is open: Beta asks about it.' : `${open} findings are open: Beta asks about them.`;
}
