import { Ellipsis } from 'lucide-react';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import styles from './RowMenu.module.css';

/** What the row's keys do, by pointer: seen on the row that is pointed at or walked to, and always on a phone. */
export function RowMenu({ label, entries }: { readonly label: string; readonly entries: readonly MenuEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <span className={styles.menu}>
      <Menu label={label} icon={<Ellipsis size={16} />} iconOnly size="small" variant="plain" align="end" entries={entries} />
    </span>
  );
}
