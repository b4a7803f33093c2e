import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** Half a line on what belongs here. */
  readonly note?: ReactNode;
  /** Beside the title: a count, a switch of views. */
  readonly beside?: ReactNode;
  /** At the right: the page's acts, the main one last. */
  readonly actions?: ReactNode;
}

/** The top of a page; it stays while the page scrolls. */
export function PageHeader({ title, note, beside, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={styles.line}>
          <h1 className={styles.title}>{title}</h1>
          {beside}
        </div>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
