import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Badge.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

export interface BadgeProps {
  readonly children: ReactNode;
  /** Colour supports the words and never replaces them. */
  readonly tone?: Tone;
  readonly icon?: ReactNode;
}

/** A short state or kind. */
export function Badge({ children, tone = 'plain', icon }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  );
}

export interface ChipProps {
  readonly children: ReactNode;
  /** A CSS colour for the dot before the words: a label's own. */
  readonly dot?: string;
  /** Makes the chip removable; `removeLabel` names the button. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A label, a filter or a choice that can be taken away. */
export function Chip({ children, dot, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className={styles.chip}>
      {dot !== undefined && <span className={styles.dot} style={{ background: dot }} />}
      {children}
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  );
}
