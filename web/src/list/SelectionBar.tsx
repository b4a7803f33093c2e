// What can be done to the selected rows at once, at the foot of their list.
import { X } from 'lucide-react';
import { Button, IconButton } from '../ui/Button.tsx';
import type { Act } from '../ui/command.ts';
import { perform } from '../ui/questions.ts';
import styles from './SelectionBar.module.css';

export interface SelectionBarProps {
  readonly count: number;
  /** All that are shown. */
  readonly total: number;
  readonly acts: readonly Act[];
  readonly onAll: () => void;
  readonly onClear: () => void;
}

export function SelectionBar({ count, total, acts, onAll, onClear }: SelectionBarProps) {
  if (count === 0) return null;
  return (
    <div role="toolbar" aria-label="Selected" className={styles.bar}>
      <span role="status" className={styles.count}>
        {count} selected
      </span>
      {acts.map((act) => (
        <Button key={act.id} size="small" variant="plain" keys={act.keys[0]} onClick={() => perform(act)}>
          {act.name}
        </Button>
      ))}
      {count < total && (
        <Button size="small" variant="plain" keys="$mod+a" onClick={onAll}>
          Select all {total}
        </Button>
      )}
      <IconButton size="small" label="Clear the selection" keys="Escape" icon={<X size={16} />} onClick={onClear} />
    </div>
  );
}
