// The page around every way in: one column, the form and nothing else.
import { useEffect, type ReactNode } from 'react';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import styles from './EntrancePage.module.css';

export interface EntrancePageProps {
  readonly title: string;
  /** One sentence on what happens here. */
  readonly note: ReactNode;
  /** Why the last try was refused; null when it was not. */
  readonly problem: string | null;
  readonly children: ReactNode;
}

export function EntrancePage({ title, note, problem, children }: EntrancePageProps) {
  useEffect(() => {
    document.title = `${title} – Shortlist`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          Shortlist
        </p>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.note}>{note}</p>
        {problem !== null && <ErrorNotice problem={problem} />}
        {children}
      </div>
    </main>
  );
}
