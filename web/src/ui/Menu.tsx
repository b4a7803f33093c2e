// A button that opens a menu. What draws the menu is loaded when the button is first pointed at or focused.
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from './Button.tsx';
import type { MenuEntry } from './menu-entry.ts';

const loadPopup = () => import('./MenuPopup.tsx');
const MenuPopup = lazy(async () => ({ default: (await loadPopup()).MenuPopup }));

export interface MenuProps {
  /** The button's words, or its accessible name when only the icon is shown. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly iconOnly?: boolean;
  readonly keys?: string;
  readonly variant?: 'quiet' | 'plain';
  readonly size?: 'normal' | 'small';
  readonly align?: 'start' | 'end';
  /** As a button's, where the words are shown. */
  readonly wordsAt?: 'start' | 'end';
  /** As a function they are made when the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}

export function Menu({
  label,
  icon,
  iconOnly = false,
  keys,
  variant = 'quiet',
  size = 'normal',
  align = 'start',
  wordsAt,
  entries,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const trigger = {
    ref: button,
    size,
    keys,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onPointerEnter: () => void loadPopup(),
    onFocus: () => void loadPopup(),
    onClick: () => setOpen(!open),
  };
  return (
    <>
      {iconOnly ? (
        <IconButton {...trigger} variant={variant} label={label} icon={icon} />
      ) : (
        <Button {...trigger} variant={variant} wordsAt={wordsAt} icon={icon}>
          {label}
        </Button>
      )}
      {open && (
        <Suspense>
          <MenuPopup
            label={label}
            entries={typeof entries === 'function' ? entries() : entries}
            align={align}
            anchor={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
