// A rung of the release ladder in a row: as many steps as there are rungs, those up to it filled.
import { classNames } from '../class-names.ts';
import styles from './RungMark.module.css';

export interface RungMarkProps {
  /** How many rungs there are. */
  readonly rungs: number;
  /** The rung it stands on, from 0; null where it stands on none of them. */
  readonly at: number | null;
  /** The rung's name: the accessible name, and shown beside the mark unless `onlyMark`. */
  readonly label: string;
  readonly onlyMark?: boolean;
}

const [step, gap, tall] = [3, 1, 14];

export function RungMark({ rungs, at, label, onlyMark = false }: RungMarkProps) {
  const width = rungs * (step + gap) - gap;
  const words = onlyMark ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <span className={styles.mark} title={label}>
      <svg {...words} className={styles.steps} width={width} height={tall} viewBox={`0 0 ${width} ${tall}`}>
        {Array.from({ length: rungs }, (_, index) => {
          const height = 3 + ((tall - 3) * (index + 1)) / rungs;
          const isReached = at !== null && index <= at && at > 0;
          return (
            <rect
              key={index}
              x={index * (step + gap)}
              y={tall - height}
              width={step}
              height={height}
              rx={1}
              className={classNames(styles.step, isReached && styles.reached, at === null && styles.none)}
            />
          );
        })}
      </svg>
      {!onlyMark && <span className={styles.label}>{label}</span>}
    </span>
  );
}
