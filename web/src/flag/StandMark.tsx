// How a flag stands in an environment: a shape, and its word.
import type { FlagStand } from '@shortlist/domain/flag/environment-state.ts';
import { classNames } from '../ui/class-names.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './StandMark.module.css';

export interface StandMarkProps {
  readonly stand: FlagStand;
  /** The environment's name, where the place does not say it. */
  readonly environment?: string;
}

export function StandMark({ stand, environment }: StandMarkProps) {
  return (
    <span className={classNames(styles.stand, styles[stand.kind])}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className={styles.shape}>
        <circle cx="5" cy="5" r="4" className={styles.ring} />
        {stand.kind === 'on' && <circle cx="5" cy="5" r="4" className={styles.fill} />}
        {stand.kind === 'some' && <path d="M5 1a4 4 0 0 1 0 8z" className={styles.fill} />}
        {stand.kind === 'killed' && <path d="M2.6 7.4 7.4 2.6" className={styles.bar} />}
      </svg>
      {environment !== undefined && <VisuallyHidden>{environment}: </VisuallyHidden>}
      <span className={styles.word}>{stand.word}</span>
    </span>
  );
}
