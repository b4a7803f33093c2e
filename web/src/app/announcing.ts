// Whether other people's changes are read out; a choice of this browser, off unless asked for.
import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from '../ui/preference.ts';

const listeners = new Set<() => void>();

export function setAnnouncing(on: boolean): void {
  writePreference('announce', on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useAnnouncing(): boolean {
  return useSyncExternalStore(subscribe, () => readPreference('announce') === 'on');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
