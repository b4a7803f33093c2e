// The item that is open beside a place, in the address as `?open=STORY-3`.
import { pagePath } from '@shortlist/domain/flag/flag-handle.ts';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAsked, useSearchText } from './use-search-text.ts';

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
  const [handle, setHandle] = useSearchText('open');
  const asked = useAsked();
  const navigate = useNavigate();
  const isOpen = handle !== '';
  const open = useCallback(
    (next: string) => {
      peeked = null;
      // What the server has not numbered yet has no address.
      if (next !== '') asked.ask({ open: next }, !isOpen);
    },
    [asked, isOpen],
  );
  const close = useCallback(() => setHandle(''), [setHandle]);
  const peek = useCallback(
    (next: string) => {
      open(next);
      peeked = next;
    },
    [open],
  );
  const openPage = useCallback((next: string) => void navigate({ to: itemHref(next) }), [navigate]);
  return { handle: handle || null, open, peek, openPage, close };
}

/** The address of the own page of an idea, an item or a flag. */
export function itemHref(handle: string): string {
  return pagePath(handle);
}
