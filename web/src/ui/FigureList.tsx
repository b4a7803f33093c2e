import { classNames } from './class-names.ts';
import styles from './FigureList.module.css';

export interface FigureListProps {
  /** What each counts, and how many. */
  readonly figures: readonly (readonly [string, string])[];
  /** They are what the page is about. */
  readonly large?: boolean;
}

/** Figures side by side, each over the words that say what it counts. */
export function FigureList({ figures, large = false }: FigureListProps) {
  return (
    <dl className={classNames(styles.figures, large && styles.large)}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
