// Where the keyboard is among what is tried: rows offer what can be said of them, and the walk goes from one to the next.
import { useCallback, useRef, type FocusEvent } from 'react';
import type { TryRowActs } from './try-commands.ts';

export interface TryWalk {
  /** Offers a row's acts while it is shown; answers what takes them away. */
  readonly offer: (id: string, element: HTMLElement, acts: () => TryRowActs) => () => void;
  /** What the keyboard is at, or was at last; the first where it never was anywhere. */
  readonly aimed: () => TryRowActs | null;
  readonly step: (by: 1 | -1) => void;
  readonly noteFocus: (event: FocusEvent) => void;
}

interface Offered {
  readonly element: HTMLElement;
  readonly acts: () => TryRowActs;
}

export function useTryWalk(): TryWalk {
  const rows = useRef(new Map<string, Offered>());
  const at = useRef<string | null>(null);
  const ordered = () =>
    [...rows.current].toSorted(([, { element: a }], [, { element: b }]) =>
      (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1,
    );
  const offer = useCallback((id: string, element: HTMLElement, acts: () => TryRowActs) => {
    rows.current.set(id, { element, acts });
    return () => rows.current.delete(id);
  }, []);
  return {
    offer,
    aimed: () => (rows.current.get(at.current ?? '') ?? ordered()[0]?.[1])?.acts() ?? null,
    step: (by) => {
      const all = ordered();
      const from = all.findIndex(([id]) => id === at.current);
      const [id, row] = all[from === -1 ? 0 : Math.max(0, Math.min(from + by, all.length - 1))] ?? [];
      if (id === undefined || row === undefined) return;
      at.current = id;
      row.element.querySelector('button')?.focus();
      row.element.scrollIntoView({ block: 'nearest' });
    },
    noteFocus: ({ target }) => {
      const row = target instanceof Element ? target.closest('[data-try-row]')?.getAttribute('data-try-row') : null;
      if (row != null) at.current = row;
    },
  };
}
