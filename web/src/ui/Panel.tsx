// What was opened from a list, beside the list: a column on a wide screen, over it on a narrow one, full screen on a phone.
import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { focusFirst } from './focus-first.ts';
import styles from './Panel.module.css';
import { useKeys } from './use-keys.ts';

export interface PanelProps {
  /** The accessible name; shown only through `header`. */
  readonly label: string;
  /** The line at the top, left of the actions: a handle, the place it is in. */
  readonly header: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly closeLabel?: string;
  /** False leaves the focus in the list, for peeking while walking through it. */
  readonly takeFocus?: boolean;
}

export function Panel({ label, header, actions, children, footer, onClose, closeLabel = 'Close', takeFocus = true }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const id = useId();
  useKeys('Panel', [{ keys: 'Escape', label: closeLabel, run: onClose }]);

  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    if (takeFocus && element !== null) focusFirst(element, null);
    return () => {
      if (element?.contains(document.activeElement) === true && before instanceof HTMLElement) before.focus();
    };
  }, [takeFocus]);

  return (
    <aside ref={panel} aria-label={label} tabIndex={-1} className={styles.panel} data-panel={id}>
      <header className={styles.header}>
        <div className={styles.heading}>{header}</div>
        {actions}
        <IconButton label={closeLabel} keys="Escape" icon={<X size={16} />} onClick={onClose} />
      </header>
      <div className={styles.content}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </aside>
  );
}
