// The palette with what it needs of this page: the ways without a key, saved views, and where something with a name is opened.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { foldedText } from '@shortlist/domain/query/folded-text.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { placeKeys } from '../app/go-commands.ts';
import { useMe } from '../app/use-me.ts';
import { itemHref, useOpenItem } from '../app/use-open-item.ts';
import { personaHref } from '../persona/persona-of.ts';
import { segmentHref } from '../flag/segment-href.ts';
import { useQuery } from '../sync/use-query.ts';
import { useAll } from '../sync/use-store.ts';
import type { Offer } from '../ui/keys.ts';
import type { Place } from '../ui/PlaceLink.tsx';
import { settingsSections } from '../workspace/settings-sections.ts';
import type { Findable, FoundEntity } from './entity-index.ts';
import { Palette } from './Palette.tsx';
import type { PaletteEntry } from './palette-entry.ts';
import { closePalette } from './palette-opener.ts';

export interface OpenPaletteProps {
  readonly offers: readonly Offer[];
  /** Those of the sidebar. */
  readonly places: readonly Place[];
}

export function OpenPalette({ offers, places }: OpenPaletteProps) {
  const me = useMe();
  const { history } = useRouter();
  const { open } = useOpenItem();
  const teams = useAll('team');
  const sharedViews = useAll('view');
  const ownViews = useQuery('view.list', roleMay(me.role, 'read') ? {} : null).value?.items;
  const ways = useMemo(() => {
    const way = (href: string, name: string, group = 'Go to'): Findable<PaletteEntry> => ({
      id: href,
      handle: '',
      name: foldedText(name),
      words: 'go place open',
      isLoose: true,
      entry: { id: href, group, name, run: () => history.push(href) },
    });
    const sections = settingsSections.filter(({ requires }) => roleMay(me.role, requires));
    const views = new Map([...(ownViews ?? []).map(({ view }) => view), ...sharedViews].map((view) => [view.id, view]));
    return [
      ...(teams.length < 2 ? [] : teams).flatMap(({ key, name }) => [
        way(`/backlog/${key}`, `Backlog: ${name}`),
        way(`/refinement/${key}`, `Refinement: ${name}`),
      ]),
      way('/flags/segments', 'Segments of flags'),
      ...sections.map(({ id, label }) => way(`/settings/${id}`, `Settings: ${label}`)),
      ...[...views.values()].flatMap(({ id, name, place }) => {
        const home = places.find(({ keys }) => keys === placeKeys[place]);
        return home === undefined ? [] : [way(`${home.href}?view=${id}`, `${home.label}: ${name}`, 'Views')];
      }),
    ];
  }, [me.role, teams, sharedViews, ownViews, places, history]);
  const goTo = useCallback(
    ({ kind, id, handle, name, key }: FoundEntity) => {
      if (kind === 'persona') return history.push(personaHref(id));
      if (kind === 'segment') return history.push(segmentHref(key ?? ''));
      if (kind === 'team') return history.push(`/backlog/${key ?? ''}`);
      if (kind === 'member') return history.push(`/everything?q=${encodeURIComponent(name)}`);
      // Beside a list it opens beside the list; on any other page it takes its place.
      const named = kind === 'flag' ? flagHandle(handle) : handle;
      return document.querySelector('#page [role="grid"]') === null ? history.push(itemHref(named)) : open(named);
    },
    [history, open],
  );
  return <Palette offers={offers} ways={ways} onGoTo={goTo} onClose={closePalette} />;
}
