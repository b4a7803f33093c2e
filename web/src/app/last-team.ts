// What this browser remembers of teams: the one looked at last, where `g b` and `g f` go, and those of the sidebar, so that
// it is painted whole before the first row has come.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../ui/preference.ts';

export interface TeamName {
  readonly key: string;
  readonly name: string;
}

const listeners = new Set<() => void>();

/** The key of the team that was looked at last; null when none was yet. */
export function useLastTeam(): string | null {
  return useSyncExternalStore(subscribe, currentTeam);
}

/** Keeps the team of an address that has one. */
export function noteTeam(path: string): void {
  const key = /^\/(?:backlog|refinement)\/([^/]+)/.exec(path)?.[1]?.toUpperCase();
  if (key === undefined || key === currentTeam()) return;
  writePreference('last-team', key);
  for (const listener of listeners) listener();
}

/** The teams that stood in the sidebar last. */
export function keptTeams(): readonly TeamName[] {
  const lines = (readPreference('last-teams') ?? '').split('\n').filter(Boolean);
  return lines.map((line) => ({ key: line.split(' ')[0] ?? '', name: line.split(' ').slice(1).join(' ') }));
}

/** Keeps them for the next start; none forgets them. */
export function keepTeams(teams: readonly TeamName[]): void {
  writePreference('last-teams', teams.map(({ key, name }) => `${key} ${name}`).join('\n'));
}

function currentTeam(): string | null {
  return readPreference('last-team');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
