import { canBeGiven } from '@shortlist/domain/workspace/may-be-given.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import type { RemovalContext } from './removal-commands.ts';
import type { CleanUp } from './use-clean-ups.ts';

/** What the commands on a flag to clean up need; a new function when something of it has changed. */
export function useRemovalContext(): (cleanUp: CleanUp) => RemovalContext {
  const meId = useMe().id;
  const mayRelease = useMay('release');
  const members = useAll('member');
  const now = useSyncExternalStore(everyMinute, minuteNow);
  return useMemo(() => {
    const people = members.filter((member) => canBeGiven(member, 'release')).toSorted((a, b) => a.name.localeCompare(b.name));
    return (cleanUp) => ({ cleanUp, mayRelease, meId, people, now });
  }, [members, mayRelease, meId, now]);
}
