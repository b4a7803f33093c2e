import { lazy, Suspense, useRef, useState } from 'react';
import { plainIconLook } from './Button.tsx';
import type { Act } from './command.ts';
import { menuEntriesOf } from './menu-entry.ts';
import styles from './RowMenu.module.css';

const loadPopup = () => import('./MenuPopup.tsx');
const MenuPopup = lazy(async () => ({ default: (await loadPopup()).MenuPopup }));

/**
 * What the row's keys do, by pointer: seen on the row that is pointed at or walked to, and always on a phone. Every row has one,
 * so it is no more than a button until it is pressed.
 */
export function RowMenu({ label, actsOf }: { readonly label: string; readonly actsOf: () => readonly Act[] }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className={styles.menu}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        className={plainIconLook}
        onPointerEnter={() => void loadPopup()}
        onFocus={() => void loadPopup()}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.dots} />
      </button>
      {open && (
        <Suspense>
          <MenuPopup label={label} entries={menuEntriesOf(actsOf())} align="end" anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
