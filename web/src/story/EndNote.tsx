import { rejectReasonWords } from '@shortlist/domain/idea/reject-reasons.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { useEntity } from '../sync/use-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './EndNote.module.css';
import { LeavingBadge } from './LeavingBadge.tsx';
import type { Work } from './item.ts';

/** How an item ended: done and whether it was seen to work, or given up and why. */
export function EndNote({ work }: { readonly work: Work }) {
  const { doneAt, droppedAt, dropped, parkedAs, leavesAt, stepId, verified, override } = work.placement;
  if (parkedAs != null && droppedAt !== null) return <ParkedNote ideaId={parkedAs} since={droppedAt} />;
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
  if (leavesAt != null) {
    return (
      <p className={styles.note}>
        <LeavingBadge placement={work.placement} /> Nobody touched it for three weeks, so it goes back to the parking lot. Any
        change, comment or reader keeps it here.
      </p>
    );
  }
  if (override === null) return null;
  return (
    <p className={styles.note}>
      {stepId === null ? 'Taken over what refinement holds' : 'Committed over the window'}, as {override.n} of {override.k}:{' '}
      {override.reason}
    </p>
  );
}

/** It waits in the parking lot: the idea is what is decided now. */
function ParkedNote({ ideaId, since }: { readonly ideaId: string; readonly since: string }) {
  const idea = useEntity('idea', ideaId);
  const { open } = useOpenItem();
  return (
    <p className={styles.note}>
      Back in the parking lot{' '}
      {idea !== undefined && (
        <>
          as{' '}
          <button type="button" className={styles.handle} onClick={() => open(idea.handle)}>
            {idea.handle}
          </button>{' '}
        </>
      )}
      <RelativeTime time={since} />. When that is refined, this comes again as it is.
    </p>
  );
}
