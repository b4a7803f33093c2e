// What a typed query is read with in the browser: the names of the workspace, who asks, and the reader's own days.
import type { QueryContext } from '@shortlist/domain/query/query-subject.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';

const hourMs = 3_600_000;

/** A new context whenever a name changes, and with each hour. */
export function useQueryContext(): QueryContext {
  const me = useMe();
  const members = useAll('member');
  const contacts = useAll('contact');
  const teams = useAll('team');
  const hour = useSyncExternalStore(everyMinute, thisHour);
  return useMemo(
    () => ({
      meId: me.id,
      people: [...members.filter(({ removedAt }) => removedAt === null), ...contacts],
      teams,
      now: new Date((hour + 1) * hourMs).toISOString(),
      startOfDay,
      slow: null,
      stale: null,
      evidenced: null,
    }),
    [me.id, members, contacts, teams, hour],
  );
}

function thisHour(): number {
  return Math.floor(minuteNow() / hourMs);
}

function startOfDay(date: string): string {
  // Without a zone a date with a time is the reader's own.
  const time = new Date(`${date}T00:00`);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
