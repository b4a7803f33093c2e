// The menu of a right click, and of the menu key: what the row's button opens, where the pointer is.
import { lazy, Suspense, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { Act } from './command.ts';
import { menuEntriesOf, type MenuEntry } from './menu-entry.ts';

const MenuPopup = lazy(async () => ({ default: (await import('./MenuPopup.tsx')).MenuPopup }));

export interface ContextMenu {
  /** Answers a right click with these acts; the browser's own menu stays where there are none, on links and on marked text. */
  readonly open: (event: MouseEvent<HTMLElement>, label: string, acts: () => readonly Act[]) => void;
  /** To be drawn beside what is clicked on. */
  readonly element: ReactNode;
}

interface Opened {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly at: { readonly x: number; readonly y: number };
}

export function useContextMenu(): ContextMenu {
  const [opened, setOpened] = useState<Opened | null>(null);
  const target = useRef<HTMLElement>(null);
  return {
    open: (event, label, acts) => {
      const onLink = event.target instanceof Element && event.target.closest('a, input, textarea') !== null;
      if (onLink || getSelection()?.isCollapsed === false) return;
      const entries = menuEntriesOf(acts());
      if (entries.length === 0) return;
      event.preventDefault();
      target.current = event.currentTarget;
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      // The menu key has no pointer.
      const byKey = event.clientX === 0 && event.clientY === 0;
      setOpened({ label, entries, at: byKey ? { x: left + 24, y: bottom } : { x: event.clientX, y: event.clientY } });
    },
    element: opened !== null && (
      <Suspense>
        <MenuPopup
          label={opened.label}
          entries={opened.entries}
          align="start"
          anchor={target}
          at={opened.at}
          onClose={() => setOpened(null)}
        />
      </Suspense>
    ),
  };
}
