// What a typed query is read with in the browser: the names of the workspace, who asks, and the reader's own days.
import type { QueryContext } from '@shortlist/domain/query/query-subject.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { useAllMarks, type Mark } from '../backlog/use-marks.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';

const hourMs = 3_600_000;

const bearsOnEvidence: RefreshOn = ['evidence'];
const asksNothing = { marks: false, evidence: false };

/** A new context whenever a name changes, and with each hour. `asked`: what only the server knows and a query asks for. */
export function useQueryContext(asked: { readonly marks: boolean; readonly evidence: boolean } = asksNothing): QueryContext {
  const marks = useAllMarks(asked.marks);
  const evidenced = useQuery('evidence.subjects', asked.evidence ? {} : null, { refreshOn: bearsOnEvidence }).value;
  const me = useMe();
  const members = useAll('member');
  const contacts = useAll('contact');
  const teams = useAll('team');
  const labels = useAll('label');
  const hour = useSyncExternalStore(everyMinute, thisHour);
  return useMemo(
    () => ({
      meId: me.id,
      people: [...members.filter(({ removedAt }) => removedAt === null), ...contacts],
      teams,
      labels,
      now: new Date((hour + 1) * hourMs).toISOString(),
      startOfDay,
      slow: marks && idsOf(marks.filter(({ slow }) => slow)),
      stale: marks && idsOf(marks.filter(({ stale }) => stale)),
      evidenced: evidenced === undefined ? null : new Set(evidenced.items),
    }),
    [marks, evidenced, me.id, members, contacts, teams, labels, hour],
  );
}

function idsOf(marks: readonly Mark[]): ReadonlySet<string> {
  return new Set(marks.map(({ itemId }) => itemId));
}

function thisHour(): number {
  return Math.floor(minuteNow() / hourMs);
}

function startOfDay(date: string): string {
  // Without a zone a date with a time is the reader's own.
  const time = new Date(`${date}T00:00`);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
