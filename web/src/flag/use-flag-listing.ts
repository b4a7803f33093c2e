// The flags of the place as its query and order ask for them, kept in the address.
import { compileFlagQuery, type FlagQuery, type FlagQueryContext } from '@shortlist/domain/flag/flag-query.ts';
import { compareFlagsBy, readFlagOrder, type FlagOrder } from '@shortlist/domain/flag/flag-order.ts';
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useAll } from '../sync/use-store.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { useEnvironments, useFlagRows, type FlagRow } from './flag-rows.ts';

const youngestFirst: FlagOrder = { by: 'age', isReversed: false };

export interface FlagListing {
  readonly rows: readonly FlagRow[];
  /** All that are not archived, whatever is filtered. */
  readonly total: number;
  readonly query: FlagQuery;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly order: FlagOrder;
}

/** Archived flags are shown only where the query asks for them. */
export function useFlagListing(): FlagListing {
  const all = useFlagRows();
  const [typed, setTyped] = useSearchText('q');
  const [sortText] = useSearchText('sort');
  const asked = useDeferredValue(typed);
  const context = useFlagQueryContext();
  const query = useMemo(() => compileFlagQuery(asked, context), [asked, context]);
  const order = query.sort ?? readFlagOrder(sortText) ?? youngestFirst;
  const { by, isReversed } = order;
  const rows = useMemo(() => {
    const withArchived = /\bis:archived\b/.test(asked);
    return all
      .filter((row) => (withArchived || row.flag.archivedAt === null) && query.matches(row))
      .toSorted(compareFlagsBy({ by, isReversed }));
  }, [all, asked, query, by, isReversed]);
  const total = useMemo(() => all.filter(({ flag }) => flag.archivedAt === null).length, [all]);
  return { rows, total, query, typed, setTyped, order };
}

/** A new context whenever a name changes, and with each hour. */
export function useFlagQueryContext(): FlagQueryContext {
  const me = useMe();
  const members = useAll('member');
  const environments = useEnvironments();
  const hour = useSyncExternalStore(everyMinute, () => Math.floor(minuteNow() / 3_600_000));
  return useMemo(
    () => ({
      meId: me.id,
      people: members.filter(({ removedAt }) => removedAt === null),
      environments,
      now: new Date(hour * 3_600_000).toISOString(),
    }),
    [me.id, members, environments, hour],
  );
}
