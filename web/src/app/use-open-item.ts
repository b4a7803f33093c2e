// The item that is open beside a place, in the address as `?open=STORY-3`.
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { textsOf } from './search-text.ts';

export interface OpenItem {
  /** The handle of what is open beside the place; null when nothing is. */
  readonly handle: string | null;
  /** Opens the panel of an idea, a story or a task. Back closes it again; the next one takes its place. */
  readonly open: (handle: string) => void;
  readonly close: () => void;
}

export function useOpenItem(): OpenItem {
  const handle = useRouterState({ select: (state) => textsOf(state.location.search)['open'] ?? null });
  const navigate = useNavigate();
  const isOpen = handle !== null;
  const open = useCallback(
    (next: string) => {
      // What the server has not numbered yet has no address.
      if (next !== '') void navigate({ to: '.', search: (before) => ({ ...before, open: next }), replace: isOpen });
    },
    [navigate, isOpen],
  );
  const close = useCallback(
    () => void navigate({ to: '.', search: (before) => ({ ...before, open: undefined }), replace: true }),
    [navigate],
  );
  return { handle, open, close };
}

/** The address of an item's own page. */
export function itemHref(handle: string): string {
  return `/item/${handle}`;
}
