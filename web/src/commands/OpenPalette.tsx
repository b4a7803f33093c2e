// The palette with what it needs of this page: the ways without a key, and where something with a name is opened.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { roleMay } from '@shortlist/domain/workspace/roles.ts';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useMe } from '../app/use-me.ts';
import { itemHref, useOpenItem } from '../app/use-open-item.ts';
import { personaHref } from '../persona/persona-of.ts';
import { useAll } from '../sync/use-store.ts';
import type { Offer } from '../ui/keys.ts';
import { settingsSections } from '../workspace/settings-sections.ts';
import type { FoundEntity } from './entity-index.ts';
import { Palette } from './Palette.tsx';
import type { PaletteEntry } from './palette-entry.ts';
import { closePalette } from './palette-opener.ts';
import { foldText, type Findable } from './palette-rank.ts';

export function OpenPalette({ offers }: { readonly offers: readonly Offer[] }) {
  const me = useMe();
  const { history } = useRouter();
  const { open } = useOpenItem();
  const teams = useAll('team');
  const ways = useMemo(() => {
    const way = (href: string, name: string): Findable<PaletteEntry> => ({
      id: href,
      handle: '',
      name: foldText(name),
      words: 'go place open',
      isLoose: true,
      entry: { id: href, group: 'Go to', name, run: () => history.push(href) },
    });
    const sections = settingsSections.filter(({ requires }) => roleMay(me.role, requires));
    return [
      ...(teams.length < 2 ? [] : teams).flatMap(({ key, name }) => [
        way(`/backlog/${key}`, `Backlog: ${name}`),
        way(`/refinement/${key}`, `Refinement: ${name}`),
      ]),
      way('/flags/segments', 'Segments of flags'),
      ...sections.map(({ id, label }) => way(`/settings/${id}`, `Settings: ${label}`)),
    ];
  }, [me.role, teams, history]);
  const goTo = useCallback(
    ({ kind, id, handle, name, key }: FoundEntity) => {
      if (kind === 'persona') return history.push(personaHref(id));
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
