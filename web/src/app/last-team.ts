// The team that was looked at last in this browser: where `g b` and `g f` go.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../ui/preference.ts';

const listeners = new Set<() => void>();

/** Its key; null when none was looked at yet. */
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

function currentTeam(): string | null {
  return readPreference('last-team');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
