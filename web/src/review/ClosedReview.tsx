// A closed review: what was decided and how fast, and how that compares with the reviews before.
import { useMemo } from 'react';
import { act } from '../app/notify.ts';
import { useMay } from '../app/use-may.ts';
import { useMe } from '../app/use-me.ts';
import { useAll } from '../sync/use-store.ts';
import { ActButton } from '../ui/ActButton.tsx';
import { actNamed } from '../ui/command.ts';
import { FigureList } from '../ui/FigureList.tsx';
import { useCommands } from '../ui/use-commands.ts';
import styles from './ClosedReview.module.css';
import { ReviewAnswers } from './ReviewAnswers.tsx';
import { closedReviewCommands, type ClosedContext } from './review-commands.ts';
import { ReviewTrend } from './ReviewTrend.tsx';
import { trendOf, type Review } from './review-progress.ts';
import { useLeave } from './use-leave.ts';

export function ClosedReview({ review }: { readonly review: Review }) {
  const leave = useLeave();
  const reviews = useAll('review');
  const trend = useMemo(() => trendOf(reviews), [reviews]);
  const me = useMe();
  const mayDecide = useMay('decide');
  const mayUndo =
    mayDecide && review.driverId === me.id && review.answersAt != null && review.answeredAt == null && review.entries.length > 0;
  const undo = () => void act('review.undo', { reviewId: review.id }, { canUndo: false });
  const context: ClosedContext = { leave, undo: mayUndo ? undo : null };
  useCommands(closedReviewCommands, () => context);
  const { summary } = review;
  const figures: readonly (readonly [string, string])[] =
    summary === null
      ? []
      : [
          ['decided', String(summary.decided)],
          ['rejected', summary.rejectedShare === null ? '–' : `${Math.round(summary.rejectedShare * 100)} %`],
          ['median per idea', summary.medianSeconds === null ? '–' : secondsWords(summary.medianSeconds)],
          ['left over', String(summary.leftOver)],
        ];
  return (
    <section className={styles.closed}>
      <h1 className={styles.title}>Review closed</h1>
      <FigureList figures={figures} large />
      <ReviewAnswers review={review} mayDecide={mayDecide} />
      {trend.length > 1 && <ReviewTrend reviews={trend} currentId={review.id} />}
      <ActButton variant="primary" act={actNamed(closedReviewCommands, 'review.to_parking_lot', context)} />
      <ActButton variant="quiet" act={actNamed(closedReviewCommands, 'review.undo_closed', context)} />
    </section>
  );
}

function secondsWords(seconds: number): string {
  if (seconds < 1) return '<1 s';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
