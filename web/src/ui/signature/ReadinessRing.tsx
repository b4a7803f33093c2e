import { classNames } from '../class-names.ts';
import styles from './ReadinessRing.module.css';

export interface ReadinessCheck {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
}

export interface ReadinessRingProps {
  readonly checks: readonly ReadinessCheck[];
  /** What is said when every check is done. */
  readonly readyLabel: string;
  /** What is said when some are missing; gets their labels in order. */
  readonly missingLabel: (missing: readonly string[]) => string;
  readonly size?: 16 | 20 | 40;
}

/** Between two arcs, in parts of the whole ring. */
const gap = 0.045;

/** Checks as arcs: done ones thick, missing ones thin, and a mark in the middle when nothing is missing. */
export function ReadinessRing({ checks, readyLabel, missingLabel, size = 20 }: ReadinessRingProps) {
  const missing = checks.filter(({ done }) => !done).map(({ label }) => label);
  const ready = missing.length === 0;
  const said = ready ? readyLabel : missingLabel(missing);
  const part = 1 / Math.max(1, checks.length);
  const space = checks.length > 1 ? Math.min(gap, part / 3) : 0;
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} role="img" aria-label={said} className={styles.ring}>
      <title>{said}</title>
      {checks.map((check, index) => (
        <circle
          key={check.id}
          cx="10"
          cy="10"
          r="7.75"
          fill="none"
          pathLength="1"
          strokeDasharray={`${part - space} ${1 - part + space}`}
          strokeDashoffset={-(index * part + space / 2)}
          className={classNames(styles.arc, check.done && styles.done, ready && styles.whole)}
        />
      ))}
      {ready && <path d="M6.7 10.2l2.3 2.3 4.4-4.8" fill="none" className={styles.mark} />}
    </svg>
  );
}
