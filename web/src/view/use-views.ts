// The saved views of a place, and what its address asks for now.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import type { ViewPlace } from '@shortlist/domain/view/view-places.ts';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PlaceSearch } from '../app/search-text.ts';
import { useSearchTexts } from '../app/use-search-text.ts';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';

export type View = EntityOf<'view'>;
export type Asked = Pick<View, 'query' | 'sort' | 'group' | 'layout' | 'lanes' | 'columns'>;

export interface SavedView {
  readonly view: View;
  readonly shared: boolean;
}

export interface Views {
  /** By name. */
  readonly views: readonly SavedView[];
  /** The one that the address names; null when none. */
  readonly current: SavedView | null;
  /** What the place is asked for now. */
  readonly asked: Asked;
  /** Shows a view; null goes back to the place as it is. */
  readonly show: (view: View | null) => void;
  /** Asks for one's own again: they do not travel in the feed. */
  readonly refetch: () => void;
}

export function useViews(place: ViewPlace): Views {
  const shared = useAll('view');
  const { value, refetch } = useQuery('view.list', {});
  const search = useSearchTexts();
  const navigate = useNavigate();
  const views = useMemo(() => {
    const own = (value?.items ?? []).filter((one) => !one.shared);
    const ids = new Set<string>(shared.map(({ id }) => id));
    return [...shared.map((view) => ({ view, shared: true })), ...own.filter(({ view }) => !ids.has(view.id))]
      .filter(({ view }) => view.place === place)
      .toSorted((a, b) => a.view.name.localeCompare(b.view.name));
  }, [shared, value, place]);
  const show = (view: View | null) => {
    const asks = view === null ? {} : { view: view.id, ...searchFor(view) };
    void navigate({ to: '.', search: asks });
  };
  const current = views.find(({ view }) => view.id === search['view']) ?? null;
  return { views, current, asked: askedBy(search), show, refetch };
}

export function isSameAsked(a: Asked, b: Asked): boolean {
  return JSON.stringify(searchFor(a)) === JSON.stringify(searchFor(b));
}

export function isNothingAsked(asked: Asked): boolean {
  return Object.values(searchFor(asked)).every((text) => text === undefined);
}

function searchFor({ query, sort, group, layout, lanes, columns }: Asked) {
  const given = (text: string) => text || undefined;
  return {
    q: given(query),
    sort: given(sort),
    group: given(group),
    layout: given(layout),
    lanes: given(lanes),
    columns: given(columns),
  };
}

function askedBy(search: PlaceSearch): Asked {
  return {
    query: search['q'] ?? '',
    sort: search['sort'] ?? '',
    group: search['group'] ?? '',
    layout: search['layout'] === 'board' ? 'board' : '',
    lanes: search['lanes'] === 'owner' ? 'owner' : '',
    columns: search['columns'] ?? '',
  };
}
