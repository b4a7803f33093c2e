import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './PickOption.module.css';

export interface PickOptionProps {
  /** What the field names as its active descendant. */
  readonly id: string;
  readonly isSelected: boolean;
  /** The keys of the field mean this one. */
  readonly isWalked: boolean;
  /** The one that is walked is the one that is taken, and looks so. */
  readonly takes?: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

/** One of what a field finds below itself. The field keeps the focus: its keys do what the press does. */
export function PickOption({ id, isSelected, isWalked, takes = false, onPick, children }: PickOptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={classNames(styles.option, isWalked && styles.walked, isWalked && takes && styles.taken)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}
