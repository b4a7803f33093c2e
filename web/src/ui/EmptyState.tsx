import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** One sentence on what belongs here. */
  readonly sentence: ReactNode;
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void };
}

/** An empty place teaches: one sentence, one button, one key. */
export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.sentence}>{sentence}</p>
      {action !== undefined && (
        <Button variant="primary" keys={action.keys} onClick={action.run}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
