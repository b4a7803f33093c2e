// A place that belongs to a team: finds the team of the address and lets one go to the others.
import { useParams, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useConnection } from '../sync/use-connection.ts';
import { useAll, useBy } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import type { Team } from './item.ts';

export interface TeamPlaceProps {
  /** Of the place, as the address begins: `backlog`. */
  readonly place: 'backlog' | 'refinement';
  readonly children: (team: Team) => ReactNode;
}

export function TeamPlace({ place, children }: TeamPlaceProps) {
  const { team: key = '' } = useParams({ strict: false });
  const team = useBy('team', 'key', key.toUpperCase())[0];
  const [first] = useTeams();
  const { state } = useConnection();
  const { history } = useRouter();
  if (team !== undefined) return children(team);
  if (state === 'loading') {
    return (
      <Skeleton label="Loading the team">
        <SkeletonRows />
      </Skeleton>
    );
  }
  return (
    <EmptyState
      sentence={`There is no team ${key} here.`}
      {...(first !== undefined && {
        action: { label: `Go to ${first.name}`, run: () => history.push(`/${place}/${first.key}`) },
      })}
    />
  );
}

/** Beside the title of a team's place: which team it is, leading to the same place of the others. */
export function TeamSwitch({ place, team }: { readonly place: TeamPlaceProps['place']; readonly team: Team }) {
  const teams = useTeams();
  const { history } = useRouter();
  if (teams.length < 2) return null;
  return (
    <Menu
      label={team.name}
      size="small"
      entries={teams.map(({ id, key, name }) => ({
        kind: 'item',
        id,
        label: name,
        checked: id === team.id,
        run: () => history.push(`/${place}/${key}`),
      }))}
    />
  );
}

function useTeams(): readonly Team[] {
  return useAll('team').toSorted((a, b) => a.name.localeCompare(b.name));
}
