import { Button } from '../ui/Button.tsx';
import styles from './AllDecided.module.css';
import type { ReviewRun } from './use-review-run.ts';

export interface AllDecidedProps {
  readonly run: ReviewRun;
  readonly mayClose: boolean;
  readonly onClose: () => void;
}

/** Nothing waits any more: closing shows the figures, and until then everything can be undone. */
export function AllDecided({ run, mayClose, onClose }: AllDecidedProps) {
  const { review, isDriver, refused } = run;
  const count = review.entries.length;
  return (
    <section className={styles.end}>
      <h2 className={styles.title}>{count === 1 ? 'It is decided.' : `That was the last one: ${count} decided.`}</h2>
      <p className={styles.note}>
        {mayClose ? 'Close the review to see its figures. Until then you can still undo.' : 'Whoever drives closes the review.'}
      </p>
      {refused !== null && <p role="alert">{refused}</p>}
      {mayClose && (
        <div className={styles.acts}>
          <Button variant="primary" keys="Shift+Enter" onClick={onClose}>
            Close review
          </Button>
          {isDriver && count > 0 && (
            <Button keys="u" onClick={run.undo}>
              Undo
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
