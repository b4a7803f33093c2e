import styles from './FigureList.module.css';

export interface FigureListProps {
  /** What each counts, and how many. */
  readonly figures: readonly (readonly [string, string])[];
}

/** Figures side by side, each over the words that say what it counts. */
export function FigureList({ figures }: FigureListProps) {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
