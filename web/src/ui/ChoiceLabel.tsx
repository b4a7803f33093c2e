import type { ReactNode } from 'react';
import styles from './Choice.module.css';
import { Kbd } from './Kbd.tsx';

export interface ChoiceLabelProps {
  readonly htmlFor: string;
  readonly children: ReactNode;
  readonly keys?: string | undefined;
}

/** The words beside the box or dot of one choice of several, with its key. */
export function ChoiceLabel({ htmlFor, children, keys }: ChoiceLabelProps) {
  return (
    <label htmlFor={htmlFor} className={styles.label}>
      {children}
      {keys !== undefined && (
        <span aria-hidden="true" className={styles.keys}>
          <Kbd keys={keys} />
        </span>
      )}
    </label>
  );
}
