import type { Place, Present } from '@shortlist/domain/presence/place.ts';
import { useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';

const { presence } = appSync;

/** Who is at what this page said that it shows, oneself among them. */
export function usePresent(): readonly Present[] {
  return useSyncExternalStore(presence.subscribe, presence.current);
}

/** Says where this page's person is; null: nowhere that others are shown. */
export function sayWhere(place: Place | null): void {
  presence.moveTo(place);
}
