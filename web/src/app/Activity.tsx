// What happened to an idea or an item, newest first, from the log of changes.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { useMemo } from 'react';
import { usePersonName } from '../idea/use-person-name.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import styles from './Activity.module.css';
import { activityWords } from './activity-words.ts';

export function Activity({ subjectId }: { readonly subjectId: string }) {
  const refreshOn = useMemo<RefreshOn>(() => (change) => isAbout(change, subjectId), [subjectId]);
  const { value, refusal } = useQuery('activity.list', { subjectId, limit: 100 }, { refreshOn });
  if (value === undefined) {
    if (refusal !== null) return <p className={styles.quiet}>{refusal.message}</p>;
    return (
      <Skeleton label="Loading what happened">
        <SkeletonRows count={2} />
      </Skeleton>
    );
  }
  const told = value.items.filter((change) => activityWords(change) !== null);
  return (
    <section aria-label="Activity">
      <h2 className={styles.heading}>Activity</h2>
      <ol className={styles.list}>
        {told.map((change) => (
          <ActivityLine key={change.seq} change={change} />
        ))}
      </ol>
      {value.next !== null && <p className={styles.quiet}>The latest hundred changes are shown.</p>}
    </section>
  );
}

function ActivityLine({ change }: { readonly change: FeedChange }) {
  const name = usePersonName(change.by);
  return (
    <li className={styles.line}>
      <span>
        <span className={styles.who}>{name ?? (change.by === null ? 'Shortlist' : 'Someone')}</span> {activityWords(change)}
      </span>
      <span className={styles.when}>
        <RelativeTime time={change.at} />
      </span>
    </li>
  );
}

/** Whether a change is of the subject or of something that belongs to it. */
function isAbout(change: FeedChange, subjectId: string): boolean {
  if (change.id === subjectId) return true;
  const { value } = change;
  // What is removed no longer says what it belonged to.
  return value === null || value['subjectId'] === subjectId || value['storyId'] === subjectId;
}
