import { OctagonPause } from 'lucide-react';
import { useView } from '../sync/use-store.ts';
import type { Placement } from '../story/item.ts';
import { Badge } from '../ui/Badge.tsx';
import { blockersIn } from './blockers.ts';

/** Says that an item waits for others, and for which; nothing where it does not. */
export function BlockedBadge({ itemId }: { readonly itemId: Placement['id'] }) {
  const blockers = useView((read) => blockersIn(read, itemId).join(', '), [itemId]);
  if (blockers === '') return null;
  return (
    <span title={`Waits for ${blockers}`}>
      <Badge tone="warn" icon={<OctagonPause size={12} />}>
        Blocked
      </Badge>
    </span>
  );
}
