import { rejectReasonWords } from '@shortlist/domain/idea/reject-reasons.ts';
import { Badge } from '../ui/Badge.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './EndNote.module.css';
import type { Work } from './item.ts';

/** How an item ended: done and whether it was seen to work, or given up and why. */
export function EndNote({ work }: { readonly work: Work }) {
  const { doneAt, droppedAt, dropped, verified, override } = work.placement;
  if (droppedAt !== null) {
    return (
      <div className={styles.note}>
        <p>
          <Badge>{dropped === null || dropped.reason === 'other' ? 'Given up' : rejectReasonWords[dropped.reason].label}</Badge>{' '}
          <RelativeTime time={droppedAt} />
        </p>
        {dropped !== null && <p>{dropped.sentence}</p>}
      </div>
    );
  }
  if (doneAt !== null) {
    return (
      <p className={styles.note}>
        Done <RelativeTime time={doneAt} />
        {verified === true && ', seen to work'}
        {verified === false && ', not verified yet'}.
      </p>
    );
  }
  if (override === null) return null;
  return (
    <p className={styles.note}>
      Committed over the window, as {override.n} of {override.k}: {override.reason}
    </p>
  );
}
