import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ErrorNotice.module.css';

export interface ErrorNoticeProps {
  /** What happened, with its figures. */
  readonly problem: ReactNode;
  /** What can be done now. */
  readonly whatToDo?: ReactNode;
  readonly actions?: ReactNode;
  /** `warn` for what may go on, `bad` for what was refused or failed. */
  readonly tone?: 'bad' | 'warn';
}

/** A refusal, a failure or a warning, where it happened. It is announced when it appears. */
export function ErrorNotice({ problem, whatToDo, actions, tone = 'bad' }: ErrorNoticeProps) {
  return (
    <div role="alert" className={classNames(styles.notice, styles[tone])}>
      {tone === 'bad' ? <CircleAlert size={16} /> : <TriangleAlert size={16} />}
      <div className={styles.words}>
        <p className={styles.problem}>{problem}</p>
        {whatToDo !== undefined && <p className={styles.whatToDo}>{whatToDo}</p>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
