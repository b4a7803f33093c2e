import { useState } from 'react';
import { useAll } from '../sync/use-store.ts';
import type { Team } from '../story/item.ts';
import { readPreference, writePreference } from '../ui/preference.ts';

const kept = 'review-team';

export interface RefineTeam {
  readonly teams: readonly Team[];
  /** The team that refined ideas go to; null while one of several has to be chosen. */
  readonly team: Team | null;
  readonly choose: (teamId: string) => void;
}

/** The team that refined ideas go to: the only one, or the one chosen last in this browser. */
export function useRefineTeam(): RefineTeam {
  const teams = useAll('team');
  const [chosen, setChosen] = useState(() => readPreference(kept));
  const [only] = teams;
  const team = teams.length === 1 ? only : teams.find(({ id }) => id === chosen);
  return {
    teams,
    team: team ?? null,
    choose: (teamId) => {
      writePreference(kept, teamId);
      setChosen(teamId);
    },
  };
}
