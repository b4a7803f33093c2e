// Whether the sidebar is folded to its signs; a choice of this browser.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from './preference.ts';

const listeners = new Set<() => void>();

/** Folds it, or unfolds it. */
export function toggleSidebar(): void {
  writePreference('sidebar', isFolded() ? 'open' : 'folded');
  for (const listener of listeners) listener();
}

export function useSidebarFolded(): boolean {
  return useSyncExternalStore(subscribe, isFolded);
}

function isFolded(): boolean {
  return readPreference('sidebar') === 'folded';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
