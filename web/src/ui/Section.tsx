import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Section.module.css';

export interface SectionProps extends ComponentPropsWithRef<'section'> {
  /** What it is called, and what its heading says unless `heading` does. */
  readonly label: string;
  readonly heading?: ReactNode;
  /** How many or how far, said quietly behind the heading; null or false: nothing. */
  readonly count?: ReactNode;
  /** Stands at the other end of the heading's line. */
  readonly action?: ReactNode;
  /** The line is as high as its words, where nothing ever stands beside them. */
  readonly low?: boolean;
}

/** A part of a page under a small heading of its own. */
export function Section({ label, heading = label, count, action, low = false, children, ...rest }: SectionProps) {
  const hasCount = count !== undefined && count !== null && count !== false;
  return (
    <section aria-label={label} {...rest}>
      <header className={classNames(styles.header, low && styles.low)}>
        <h2 className={styles.heading}>
          {heading}
          {hasCount && (
            <>
              {' '}
              <span className={styles.count}>{count}</span>
            </>
          )}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
