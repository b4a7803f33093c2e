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
const gap = 0.05;

/** Checks as arcs: done ones thick, missing ones thin; when nothing is missing, the ring closes to a marked disc. */
export function ReadinessRing({ checks, readyLabel, missingLabel, size = 20 }: ReadinessRingProps) {
  const missing = checks.filter(({ done }) => !done).map(({ label }) => label);
  const ready = missing.length === 0;
  const said = ready ? readyLabel : missingLabel(missing);
  const part = 1 / Math.max(1, checks.length);
  const space = checks.length > 1 ? Math.min(gap, part / 3) : 0;
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} role="img" aria-label={said} className={styles.ring}>
      <title>{said}</title>
      {ready && <circle cx="10" cy="10" r="8.5" className={styles.disc} />}
      {(ready ? [] : checks).map((check, index) => (
        <circle
          key={check.id}
          cx="10"
          cy="10"
          r="7.75"
          fill="none"
          pathLength="1"
          strokeDasharray={`${part - space} ${1 - part + space}`}
          strokeDashoffset={-(index * part + space / 2)}
          className={classNames(styles.arc, check.done && styles.done)}
        />
      ))}
      {ready && <path d="M6.3 10.3l2.5 2.5 4.9-5.3" fill="none" className={styles.mark} />}
    </svg>
  );
}
