// THE table of places: what the sidebar shows, the address it leads to, and the keys that go there.
import type { EntityOf } from '@shortlist/domain/entities.ts';
import { roleMay, type Role } from '@shortlist/domain/workspace/roles.ts';
import { Bell, Flag, House, Inbox, Layers, PencilRuler, Search, Settings, Table } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { undecidedIdeas } from '../idea/undecided-ideas.ts';
import { useQuery } from '../sync/use-query.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useAll, useList } from '../sync/use-store.ts';
import type { Place } from '../ui/PlaceLink.tsx';
import { placeKeys } from './go-commands.ts';
import { keepTeams, keptTeams, useLastTeam, type TeamName } from './last-team.ts';

type Team = EntityOf<'team'>;

export interface Visitor {
  readonly role: Role;
  /** Null while the server has not said who it is. */
  readonly memberId: string | null;
}

/** The places of a visitor, in the order of the sidebar. */
export function usePlaces({ role, memberId }: Visitor): readonly Place[] {
  const ideas = useList(undecidedIdeas).length;
  const unread = useQuery('notice.count', memberId === null ? null : {}).value?.unread ?? 0;
  const teams = useAll('team');
  const last = useLastTeam();
  const isLoading = useConnection().state === 'loading' && teams.length === 0;
  const choice = useMemo(
    () => (isLoading ? choose(keptTeams(), last) : choose(ownTeams(teams, memberId, last), last)),
    [isLoading, teams, memberId, last],
  );
  useEffect(() => {
    if (!isLoading && memberId !== null) keepTeams(choice.shown);
  }, [isLoading, memberId, choice]);
  return useMemo(() => placesOf(role, { ideas, unread }, choice), [role, ideas, unread, choice]);
}

interface Waiting {
  readonly ideas: number;
  /** Ideas and items with something to read. */
  readonly unread: number;
}

function placesOf(role: Role, { ideas, unread }: Waiting, { shown, usual }: TeamChoice): readonly Place[] {
  const settings: Place = {
    id: 'settings',
    label: 'Settings',
    href: '/settings',
    icon: <Settings size={16} />,
    keys: placeKeys.settings,
  };
  const notices: Place = {
    id: 'notices',
    label: 'Notices',
    href: '/notices',
    icon: <Bell size={16} />,
    keys: placeKeys.notices,
    count: unread,
  };
  if (!roleMay(role, 'read')) {
    return [
      { id: 'parking-lot', label: 'Your ideas', href: '/parking-lot', icon: <Inbox size={16} />, keys: placeKeys['parking-lot'] },
      notices,
      settings,
    ];
  }
  const refinement: Place[] =
    usual === undefined
      ? []
      : [
          {
            id: 'refinement',
            label: 'Refinement',
            href: `/refinement/${usual.key}`,
            icon: <PencilRuler size={16} />,
            keys: placeKeys.refinement,
          },
        ];
  const backlogs = shown.map((team): Place => ({
    id: `backlog/${team.key}`,
    label: shown.length === 1 ? 'Backlog' : `Backlog: ${team.name}`,
    href: `/backlog/${team.key}`,
    icon: <Layers size={16} />,
    ...(team === usual && { keys: placeKeys.backlog }),
  }));
  return [
    { id: 'home', label: 'Home', href: '/', icon: <House size={16} />, keys: placeKeys.home },
    notices,
    {
      id: 'parking-lot',
      label: 'Parking lot',
      href: '/parking-lot',
      icon: <Inbox size={16} />,
      keys: placeKeys['parking-lot'],
      count: ideas,
    },
    ...refinement,
    ...backlogs,
    { id: 'flags', label: 'Flags', href: '/flags', icon: <Flag size={16} />, keys: placeKeys.flags },
    { id: 'search', label: 'Search', href: '/search', icon: <Search size={16} />, keys: '/' },
    { id: 'everything', label: 'Everything', href: '/everything', icon: <Table size={16} />, keys: placeKeys.everything },
    settings,
  ];
}

interface TeamChoice {
  /** Those whose backlogs stand in the sidebar. */
  readonly shown: readonly TeamName[];
  /** The one that `g b` and `g f` go to. */
  readonly usual: TeamName | undefined;
}

function choose(shown: readonly TeamName[], lastKey: string | null): TeamChoice {
  return { shown, usual: shown.find(({ key }) => key === lastKey) ?? shown[0] };
}

/** One's own teams, or all for somebody in none; the one that was looked at last is always among them. */
function ownTeams(teams: readonly Team[], memberId: string | null, lastKey: string | null): readonly Team[] {
  const sorted = teams.toSorted((a, b) => a.name.localeCompare(b.name));
  const mine = sorted.filter((team) => team.memberIds.some((id) => id === memberId));
  return mine.length === 0 ? sorted : sorted.filter((team) => mine.includes(team) || team.key === lastKey);
}

/** The id of the place that an address belongs to; null outside of all places. */
export function placeAt(path: string, places: readonly Place[]): string | null {
  const [kind = 'home', key = ''] = path.split('/').filter(Boolean);
  return places.find(({ id }) => id === `${kind}/${key}` || id === kind)?.id ?? null;
}
