// What rows are put together from, so that handles, titles and figures line up from list to list.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './ListRow.module.css';

/** The words of the row: one line, cut with an ellipsis, and beneath it on a phone an optional second line. */
export function RowTitle({
  children,
  detail,
  done = false,
}: {
  readonly children: ReactNode;
  readonly detail?: ReactNode;
  readonly done?: boolean;
}) {
  return (
    <span className={classNames(styles.title, done && styles.done)}>
      <span className={styles.words}>{children}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}

export interface RowFigureProps {
  readonly children: ReactNode;
  /** `narrow` 40, `normal` 72, `wide` 112 pixels, so that columns align without a table. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** Leaves it out on a phone. */
  readonly hideOnPhone?: boolean;
}

/** A short figure, date or word at the right of a row. */
export function RowFigure({ children, width = 'normal', hideOnPhone = true }: RowFigureProps) {
  return <span className={classNames(styles.figure, styles[width], hideOnPhone && styles.wideOnly)}>{children}</span>;
}
