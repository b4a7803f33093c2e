// Which columns are shown: each a line with a mark.
import { Columns3 } from 'lucide-react';
import { Menu } from '../ui/Menu.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { columns, type Column } from './columns.ts';

export interface ColumnMenuProps {
  readonly shown: readonly Column[];
  readonly onToggle: (id: Column['id']) => void;
}

export function ColumnMenu({ shown, onToggle }: ColumnMenuProps) {
  const entries = columns
    .filter(({ id }) => id !== 'title')
    .map((column): MenuEntry => ({
      kind: 'item',
      id: column.id,
      label: column.title,
      checked: shown.includes(column),
      run: () => onToggle(column.id),
    }));
  return <Menu label="Columns" iconOnly icon={<Columns3 size={16} />} align="end" entries={entries} />;
}
