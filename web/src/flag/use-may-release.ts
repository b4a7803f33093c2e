// Who may let more people see a flag, as the server will say too: before a button is pressed that would be refused.
import { mayReleaseIn } from '@shortlist/domain/ladder/may-release.ts';
import { useCallback } from 'react';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import type { Environment, Flag } from './flag-rows.ts';

/** Why who is signed in may not change what a flag gives in an environment; null where they may. Stepping down is never asked. */
export type ReleaseRefusal = (flag: Pick<Flag, 'storyIds'>, environment: Environment) => string | null;

export function useReleaseRefusal(): ReleaseRefusal {
  const { id: memberId, role } = useMe();
  const placements = useAll('placement');
  const teams = useAll('team');
  return useCallback(
    (flag, environment) => {
      const ids = new Set<string>(flag.storyIds);
      const teamIds = new Set(placements.flatMap(({ id, teamId }) => (ids.has(id) ? [teamId] : [])));
      const serving = teams.filter(({ id }) => teamIds.has(id));
      return mayReleaseIn(environment, serving, { memberId, role })?.message ?? null;
    },
    [memberId, role, placements, teams],
  );
}
