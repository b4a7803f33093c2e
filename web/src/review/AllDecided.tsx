import { ActButton } from '../ui/ActButton.tsx';
import type { Act } from '../ui/command.ts';
import styles from './AllDecided.module.css';
import type { ReviewRun } from './use-review-run.ts';

export interface AllDecidedProps {
  readonly run: ReviewRun;
  readonly actOf: (id: string) => Act | null;
}

/** Nothing waits any more: closing shows the figures, and until then everything can be undone. */
export function AllDecided({ run, actOf }: AllDecidedProps) {
  const { review, refused } = run;
  const close = actOf('review.close');
  const count = review.entries.length;
  return (
    <section className={styles.end}>
      <h2 className={styles.title}>{count === 1 ? 'It is decided.' : `That was the last one: ${count} decided.`}</h2>
      <p className={styles.note}>
        {close !== null
          ? 'Close the review to see its figures. Until then you can still undo.'
          : 'Whoever drives closes the review.'}
      </p>
      {refused !== null && <p role="alert">{refused}</p>}
      {close !== null && (
        <div className={styles.acts}>
          <ActButton act={close} variant="primary" />
          <ActButton act={actOf('review.undo')} />
        </div>
      )}
    </section>
  );
}
