// What happened to an idea or an item, newest first, from the log of changes.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { useMemo } from 'react';
import { TextChips } from '../chip/TextChips.tsx';
import { usePersonName } from '../idea/use-person-name.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Activity.module.css';
import { activityWords, namingWords } from './activity-words.ts';
import { useHandle } from './use-handle.ts';

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
  const told = foldRepeats(value.items.filter((change) => activityWords(change) !== null));
  return (
    <Section label="Activity" low>
      <ol className={styles.list}>
        {told.map(({ change, times }) => (
          <ActivityLine key={change.seq} change={change} times={times} />
        ))}
      </ol>
      {value.next !== null && <p className={styles.quiet}>The latest hundred changes are shown.</p>}
    </Section>
  );
}

function ActivityLine({ change, times }: Told) {
  const name = usePersonName(change.by);
  const naming = namingWords(change);
  const handle = useHandle(naming?.otherId ?? null);
  return (
    <li className={styles.line}>
      <span>
        <span className={styles.who}>{name ?? (change.by === null ? 'Shortlist' : 'Someone')}</span>{' '}
        {naming === null || handle === null ? (
          activityWords(change)
        ) : (
          <>
            {naming.did} <TextChips text={handle} />
          </>
        )}
        {times > 1 && `, ${times} times`}
      </span>
      <span className={styles.when}>
        <RelativeTime time={change.at} />
      </span>
    </li>
  );
}

interface Told {
  readonly change: FeedChange;
  readonly times: number;
}

/** As long as the same thing done again is told on one line. */
const foldMs = 10 * 60_000;

/** Newest first; what one person did several times in a row is one line, at the time of the last. */
function foldRepeats(changes: readonly FeedChange[]): readonly Told[] {
  const told: Told[] = [];
  for (const change of changes) {
    const last = told.at(-1);
    const isRepeat =
      last !== undefined &&
      last.change.event === change.event &&
      last.change.by === change.by &&
      Date.parse(last.change.at) - Date.parse(change.at) < foldMs;
    if (isRepeat) told[told.length - 1] = { ...last, times: last.times + 1 };
    else told.push({ change, times: 1 });
  }
  return told;
}

/** Whether a change is of the subject or of something that belongs to it. */
function isAbout(change: FeedChange, subjectId: string): boolean {
  if (change.id === subjectId) return true;
  const { value } = change;
  // What is removed no longer says what it belonged to.
  return value === null || value['subjectId'] === subjectId || value['storyId'] === subjectId;
}
