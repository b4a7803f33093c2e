// THE table of places: what the sidebar shows, the address it leads to, and the keys that go there.
import { roleMay, type Role } from '@shortlist/domain/workspace/roles.ts';
import { Inbox, Settings, Table } from 'lucide-react';
import { useMemo } from 'react';
import type { ListSpec } from '../sync/use-store.ts';
import { useList } from '../sync/use-store.ts';
import type { Place } from '../ui/PlaceLink.tsx';

const undecided: ListSpec<'idea'> = { entity: 'idea', where: (idea) => idea.decision === null };

/** The places of a role, in the order of the sidebar. */
export function usePlaces(role: Role): readonly Place[] {
  const ideas = useList(undecided).length;
  return useMemo(() => placesOf(role, ideas), [role, ideas]);
}

function placesOf(role: Role, ideas: number): readonly Place[] {
  const settings: Place = { id: 'settings', label: 'Settings', href: '/settings', icon: <Settings size={16} />, keys: 'g s' };
  if (!roleMay(role, 'read')) {
    return [{ id: 'parking-lot', label: 'Your ideas', href: '/parking-lot', icon: <Inbox size={16} />, keys: 'g p' }, settings];
  }
  return [
    { id: 'parking-lot', label: 'Parking lot', href: '/parking-lot', icon: <Inbox size={16} />, keys: 'g p', count: ideas },
    { id: 'everything', label: 'Everything', href: '/everything', icon: <Table size={16} />, keys: 'g e' },
    settings,
  ];
}

/** The id of the place that an address belongs to; null outside of all places. */
export function placeAt(path: string): string | null {
  return path.split('/')[1] || null;
}
