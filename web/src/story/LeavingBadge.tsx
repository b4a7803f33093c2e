import { daysToLeave } from '@shortlist/domain/backlog/hand-back.ts';
import { useSyncExternalStore } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import type { Placement } from './item.ts';

/** When it goes back to the parking lot, if nobody touches it: "Goes back in 5 days". */
export function LeavingBadge({ placement }: { readonly placement: Placement }) {
  const now = useSyncExternalStore(everyMinute, minuteNow);
  if (placement.leavesAt == null || placement.droppedAt !== null) return null;
  const days = daysToLeave(placement.leavesAt, now);
  return <Badge tone="warn">Goes back {days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}</Badge>;
}
