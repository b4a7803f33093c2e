import type { ReactNode } from 'react';
import styles from './SettingsPart.module.css';

export interface SettingsPartProps {
  readonly title: string;
  /** What it is for, where the title does not say. */
  readonly note?: ReactNode;
  /** At the right of the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One titled group of a section of Settings. */
export function SettingsPart({ title, note, action, children }: SettingsPartProps) {
  return (
    <section aria-label={title} className={styles.part}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h2>{title}</h2>
          {note !== undefined && <p className={styles.note}>{note}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
