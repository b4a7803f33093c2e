import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './Kbd.tsx';
import type { MenuEntry } from './menu-entry.ts';
import styles from './MenuPopup.module.css';
import { useKeys } from './use-keys.ts';

export interface MenuPopupProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly align: 'start' | 'end';
  /** What it belongs to: the button, or the row that was clicked on. It has the focus afterwards. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Where it opens, in pixels of the window; beside the anchor when absent. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

export function MenuPopup({ label, entries, align, anchor, at, onClose }: MenuPopupProps) {
  // Letters typed here look for an entry and must not act on the page.
  useKeys('Menu', [], { exclusive: 'all' });
  const hasMarks = entries.some((entry) => entry.kind === 'item' && entry.checked !== undefined);
  return (
    <BaseMenu.Root
      open
      onOpenChange={(open, { event }) => {
        // The press on the button is the button's own: it would close and open again.
        const onButton = at === undefined && event.target instanceof Node && anchor.current?.contains(event.target) === true;
        if (!open && !onButton) onClose();
      }}
    >
      {/* It stays in its landmark; and in a modal dialog, since everything outside one is inert. */}
      <BaseMenu.Portal container={anchor.current?.closest<HTMLElement>('dialog, aside, nav, main') ?? undefined}>
        <BaseMenu.Positioner
          anchor={at === undefined ? anchor : { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }}
          positionMethod="fixed"
          align={align}
          sideOffset={at === undefined ? 4 : 0}
          className={styles.positioner}
        >
          <BaseMenu.Popup aria-label={label} className={styles.popup} finalFocus={anchor}>
            {entries.map((entry) => {
              if (entry.kind === 'line') return <BaseMenu.Separator key={entry.id} className={styles.line} />;
              if (entry.kind === 'heading') {
                return (
                  <div key={entry.id} role="presentation" className={styles.heading}>
                    {entry.label}
                  </div>
                );
              }
              return (
                <BaseMenu.Item
                  key={entry.id}
                  label={entry.label}
                  disabled={entry.disabled ?? false}
                  className={classNames(styles.item, entry.tone === 'bad' && styles.bad)}
                  onClick={() => {
                    onClose();
                    entry.run();
                  }}
                >
                  {hasMarks && <span className={styles.mark}>{entry.checked === true && <Check size={14} />}</span>}
                  {entry.icon}
                  <span className={styles.label}>{entry.label}</span>
                  {entry.keys !== undefined && <Kbd keys={entry.keys} look="bare" />}
                </BaseMenu.Item>
              );
            })}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
