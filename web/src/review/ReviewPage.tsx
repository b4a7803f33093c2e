// A review, full-screen: one idea after the other while it runs, its figures once it is closed.
import { useParams } from '@tanstack/react-router';
import { usePlaceFocus } from '../app/use-place-focus.ts';
import { useConnection } from '../sync/use-connection.ts';
import { useQuery } from '../sync/use-query.ts';
import { useEntity } from '../sync/use-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from './ReviewPage.module.css';
import { RunningReview } from './RunningReview.tsx';
import { ClosedReview } from './ClosedReview.tsx';
import { useLeave } from './use-leave.ts';

export function ReviewPage() {
  const { id = '' } = useParams({ strict: false });
  const live = useEntity('review', id);
  const { state } = useConnection();
  const asked = useQuery('review.get', live === undefined && state !== 'loading' ? { reviewId: id } : null);
  const leave = useLeave();
  usePlaceFocus(id, 'Review');
  const review = live ?? asked.value;
  return (
    <main id="page" tabIndex={-1} className={styles.page}>
      {review === undefined ? (
        <div className={styles.centre}>
          {asked.refusal === null ? (
            <Skeleton label="Loading the review">
              <SkeletonRows count={4} />
            </Skeleton>
          ) : (
            <EmptyState sentence={asked.refusal.message} action={{ label: 'Go to the parking lot', run: leave }} />
          )}
        </div>
      ) : review.closedAt === null ? (
        <RunningReview key={review.id} review={review} />
      ) : (
        <ClosedReview review={review} />
      )}
    </main>
  );
}
