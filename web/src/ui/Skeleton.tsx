import { useEffect, useState, type ReactNode } from 'react';
import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** What takes longer than this, in milliseconds, shows a skeleton; what is quicker shows nothing in between. */
const patience = 300;

export interface SkeletonProps {
  /** Said to screen readers while it lasts. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Holds back a skeleton of the real layout until the wait is worth showing. */
export function Skeleton({ label, children }: SkeletonProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div aria-busy="true">
      <VisuallyHidden live>{label}</VisuallyHidden>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** Rows as `List` will draw them. */
export function SkeletonRows({ count = 8 }: { readonly count?: number }) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} className={styles.row}>
      <span className={styles.bar} style={{ width: '7ch' }} />
      {/* Uneven, as titles are. */}
      <span className={styles.bar} style={{ width: `${38 + ((index * 29) % 41)}%` }} />
    </div>
  ));
}
