import { useState, type ReactNode } from 'react';
import styles from './Below.module.css';

export interface BelowProps {
  /** What it stands below is there, or will not come. */
  readonly isKnown: boolean;
  readonly children: ReactNode;
}

/**
 * What stands below something that is still to come: shown when that is there, so that nothing that can be pressed is pushed away.
 * It is made at once, and asks for what it needs meanwhile.
 */
export function Below({ isKnown, children }: BelowProps) {
  const [wasKnown, setWasKnown] = useState(isKnown);
  if (isKnown && !wasKnown) setWasKnown(true);
  return (
    <div className={styles.below} hidden={!wasKnown && !isKnown}>
      {children}
    </div>
  );
}
