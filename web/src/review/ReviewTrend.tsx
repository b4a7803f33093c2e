import { classNames } from '../ui/class-names.ts';
import { Section } from '../ui/Section.tsx';
import styles from './ReviewTrend.module.css';
import type { Review } from './review-progress.ts';

export interface ReviewTrendProps {
  /** Closed, oldest first. */
  readonly reviews: readonly Review[];
  readonly currentId: string;
}

const mostShown = 12;

/** The share rejected and the pace, review by review; bars begin at zero and are labelled themselves. */
export function ReviewTrend({ reviews, currentId }: ReviewTrendProps) {
  return (
    <Section className={styles.trend} label="Trend" heading="Share rejected, review by review" low>
      <ol className={styles.rows}>
        {reviews.slice(-mostShown).map(({ id, startedAt, summary }) => {
          const share = summary?.rejectedShare ?? 0;
          return (
            <li key={id} className={classNames(styles.row, id === currentId && styles.current)}>
              <time dateTime={startedAt} className={styles.day}>
                {new Date(startedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}
              </time>
              <span className={styles.track}>
                <span className={styles.bar} style={{ width: `${share * 100}%` }} />
              </span>
              <span className={styles.figure}>
                {Math.round(share * 100)} % of {summary?.decided ?? 0}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
