import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** Null while it is not known how much there is. */
  readonly total: number | null;
  /** The figures in words, such as "312 of 4,200"; also what screen readers hear. */
  readonly figures: string;
}

/** For what takes over two seconds. */
export function ProgressBar({ label, done, total, figures }: ProgressBarProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        <span className={styles.figures}>{figures}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={figures}
        className={styles.track}
      >
        <div
          className={share === null ? styles.unknown : styles.fill}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
