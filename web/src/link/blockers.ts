// What an item waits for, as the store knows it.
import { openBlockers } from '@shortlist/domain/link/blocked.ts';
import type { Placement } from '../story/item.ts';
import type { StoreReader } from '../sync/use-store.ts';

/** The handles of what an item waits for; an item that ended waits for nothing. */
export function blockersIn(read: Pick<StoreReader, 'get' | 'by'>, id: Placement['id']): readonly string[] {
  const placement = read.get('placement', id);
  if (placement === undefined || placement.doneAt !== null || placement.droppedAt !== null) return [];
  return openBlockers(id, read.by('link', 'toId', id), (other) => read.get('placement', other)).map(
    (other) => (read.get('story', other) ?? read.get('task', other))?.handle ?? '',
  );
}
