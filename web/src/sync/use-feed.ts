import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { useEffect, useRef } from 'react';
import { appSync } from './app-sync.ts';

/** Calls the latest listener with changes as they come in, one's own among them; a snapshot that replaces all tells nothing. */
export function useFeed(listener: (changes: readonly FeedChange[]) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(
    () =>
      appSync.store.onFeed((news) => {
        if (news !== 'reset') latest.current(news);
      }),
    [],
  );
}
