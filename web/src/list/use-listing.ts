// The rows of a place as its query, order and grouping ask for them.
import { compileQuery, factsAsked, type CompiledQuery } from '@shortlist/domain/query/query-compile.ts';
import {
  compareBy,
  compareInGroups,
  groupings,
  groupOf,
  inGroups,
  readSort,
  sortedBy,
  writtenSort,
  youngestFirst,
  type Grouping,
  type QuerySort,
} from '@shortlist/domain/query/query-sort.ts';
import { useDeferredValue, useMemo } from 'react';
import { useSearchText } from '../app/use-search-text.ts';
import { useRows, type RowView } from '../sync/use-rows.ts';
import { useQueryContext } from './use-query-context.ts';
import { workRows, type Row } from './work-rows.ts';

/** What a place shows before anybody asks for something else. Made outside of components, or kept by `useMemo`. */
export interface PlaceRows {
  readonly where: (row: Row) => boolean;
  /** The order of the place itself. */
  readonly order: (a: Row, b: Row) => number;
  /** Headings of the place itself, in whose order it is; absent: none. */
  readonly sectionOf?: (row: Row) => string;
}

export interface Listing {
  readonly rows: readonly Row[];
  /** All of the place, whatever is filtered. */
  readonly total: number;
  readonly query: CompiledQuery;
  /** What is typed. */
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** Null: the place's own order. */
  readonly sort: QuerySort | null;
  /** Null: the place's own headings. */
  readonly grouping: Grouping | null;
  readonly sectionOf: ((row: Row) => string) | undefined;
}

/** Reads `q`, `sort` and `group` of the address. A sort in the query goes before that of the address. */
export function useListing(place: PlaceRows): Listing {
  const [typed, setTyped] = useSearchText('q');
  const [sortText] = useSearchText('sort');
  const [groupText] = useSearchText('group');
  const asked = useDeferredValue(typed);
  const context = useQueryContext(useMemo(() => factsAsked(asked), [asked]));
  const query = useMemo(() => compileQuery(asked, context), [asked, context]);
  // As a text, which is the same for as long as the order is.
  const sortAsked = query.sort === null ? sortText : writtenSort(query.sort);
  const sort = useMemo(() => readSort(sortAsked), [sortAsked]);
  const grouping = groupings.find((one) => one === groupText) ?? null;
  // Sorted once for all that is typed: what a letter leaves is in the same order.
  const all = useMemo(() => ({ where: place.where, order: compareBy(youngestFirst) }), [place]);
  const whole = useMemo((): RowView<Row> => {
    const groups = grouping ?? 'none';
    if (sort === null) return { where: place.where, order: compareInGroups(groups, place.order) };
    return {
      within: all,
      order: compareInGroups(groups, compareBy(sort)),
      arrange: (rows) => inGroups(groups, sortedBy(rows, sort)),
    };
  }, [place, all, sort, grouping]);
  const view = useMemo(() => (query.isEmpty ? whole : { within: whole, where: query.matches }), [whole, query]);
  const total = useRows(workRows, whole).length;
  const rows = useRows(workRows, view);
  const sectionOf = useMemo(
    () =>
      grouping === null ? (sort === null ? place.sectionOf : undefined) : grouping === 'none' ? undefined : headingBy(grouping),
    [place, grouping, sort],
  );
  return { rows, total, query, typed, setTyped, sort, grouping, sectionOf };
}

function headingBy(grouping: Grouping): (row: Row) => string {
  return (row) => groupOf(row, grouping);
}
