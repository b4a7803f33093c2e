import { Ellipsis } from 'lucide-react';
import type { Act } from './command.ts';
import { Menu } from './Menu.tsx';
import { menuEntriesOf } from './menu-entry.ts';
import styles from './RowMenu.module.css';

/** What the row's keys do, by pointer: seen on the row that is pointed at or walked to, and always on a phone. */
export function RowMenu({ label, actsOf }: { readonly label: string; readonly actsOf: () => readonly Act[] }) {
  return (
    <span className={styles.menu}>
      <Menu
        label={label}
        icon={<Ellipsis size={16} />}
        iconOnly
        size="small"
        variant="plain"
        align="end"
        entries={() => menuEntriesOf(actsOf())}
      />
    </span>
  );
}
