// The item that is open beside a place, in the address as `?open=STORY-3`.
import { pagePath } from '@shortlist/domain/flag/flag-handle.ts';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { textsOf } from './search-text.ts';

export interface OpenItem {
  /** The handle of what is open beside the place; null when nothing is. */
  readonly handle: string | null;
  /** Opens the panel of an idea, a story or a task. Back closes it again; the next one takes its place. */
  readonly open: (handle: string) => void;
  /** As `open`, and leaves the focus where it is. */
  readonly peek: (handle: string) => void;
  /** Goes to its own page. */
  readonly openPage: (handle: string) => void;
  readonly close: () => void;
}

/** What was opened last was only peeked at: its panel does not take the focus. */
let peeked: string | null = null;

export function isPeeked(handle: string): boolean {
  return peeked === handle;
}

export function useOpenItem(): OpenItem {
  const handle = useRouterState({ select: (state) => textsOf(state.location.search)['open'] ?? null });
  const navigate = useNavigate();
  const isOpen = handle !== null;
  const open = useCallback(
    (next: string) => {
      peeked = null;
      // What the server has not numbered yet has no address.
      if (next !== '') void navigate({ to: '.', search: (before) => ({ ...before, open: next }), replace: isOpen });
    },
    [navigate, isOpen],
  );
  const close = useCallback(
    () => void navigate({ to: '.', search: (before) => ({ ...before, open: undefined }), replace: true }),
    [navigate],
  );
  const peek = useCallback(
    (next: string) => {
      open(next);
      peeked = next;
    },
    [open],
  );
  const openPage = useCallback((next: string) => void navigate({ to: itemHref(next) }), [navigate]);
  return { handle, open, peek, openPage, close };
}

/** The address of the own page of an idea, an item or a flag. */
export function itemHref(handle: string): string {
  return pagePath(handle);
}
