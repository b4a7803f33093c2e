// What became of a flag: each change with who, when and what it changed, and the way back to how it was after it.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import { flagDifferences } from '@shortlist/domain/flag/flag-diff.ts';
import { useMemo } from 'react';
import { activityWords } from '../app/activity-words.ts';
import { act } from '../app/notify.ts';
import { TextChips } from '../chip/TextChips.tsx';
import { usePersonName } from '../idea/use-person-name.ts';
import { useQuery, type RefreshOn } from '../sync/use-query.ts';
import { Button } from '../ui/Button.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './FlagContent.module.css';
import type { Flag } from './flag-rows.ts';
import history from './FlagHistory.module.css';
import { useFlagNames } from './use-flag-names.ts';

export interface FlagHistoryProps {
  readonly flag: Flag;
  readonly mayRelease: boolean;
}

export function FlagHistory({ flag, mayRelease }: FlagHistoryProps) {
  const refreshOn = useMemo<RefreshOn>(() => (change) => change.id === flag.id, [flag.id]);
  const { value, refusal } = useQuery('activity.list', { subjectId: flag.id, limit: 100 }, { refreshOn });
  const own = value?.items.filter(({ entity, id }) => entity === 'flag' && id === flag.id);
  return (
    <section className={styles.part} aria-label="History">
      <h2 className={styles.heading}>History</h2>
      {own === undefined ? (
        refusal === null ? (
          <Skeleton label="Loading the history">
            <SkeletonRows count={2} />
          </Skeleton>
        ) : (
          <p className={styles.note}>{refusal.message}</p>
        )
      ) : (
        <ol className={history.list}>
          {own.map((change, index) => (
            <HistoryEntry
              key={change.seq}
              flag={flag}
              change={change}
              before={flagIn(own[index + 1])}
              mayRevert={mayRelease && index > 0}
            />
          ))}
        </ol>
      )}
      {value?.next != null && <p className={styles.note}>The latest hundred changes are shown.</p>}
    </section>
  );
}

interface HistoryEntryProps {
  readonly flag: Flag;
  readonly change: FeedChange;
  /** The flag before it; null for its first change. */
  readonly before: Flag | null;
  readonly mayRevert: boolean;
}

function HistoryEntry({ flag, change, before, mayRevert }: HistoryEntryProps) {
  const who = usePersonName(change.by) ?? (change.by === null ? 'Shortlist' : 'Someone');
  const names = useFlagNames();
  const after = flagIn(change);
  const differences = useMemo(
    () => (before === null || after === null ? [] : flagDifferences(before, after, names)),
    [before, after, names],
  );
  const isMove = after?.lastMove != null && after.lastMove.at === change.at;
  const reason = isMove ? (after.lastMove?.reason ?? '') : '';
  const revert = () =>
    void act('flag.revert', { key: flag.key, seq: change.seq }, { done: `${flag.key} is set back to how it was then.` });
  return (
    <li className={history.entry}>
      <p className={history.head}>
        <span>
          <span className={history.who}>{who}</span> {activityWords(change) ?? 'changed it'}
        </span>
        <span className={history.when}>
          <RelativeTime time={change.at} />
        </span>
        {mayRevert && (
          <Button size="small" variant="plain" wordsAt="end" onClick={revert}>
            Set back to this<VisuallyHidden>, change {change.seq}</VisuallyHidden>
          </Button>
        )}
      </p>
      {reason !== '' && (
        <p className={history.reason}>
          “<TextChips text={reason} />”
        </p>
      )}
      {differences.length > 0 && <DifferenceList differences={differences} />}
    </li>
  );
}

function flagIn(change: FeedChange | undefined): Flag | null {
  // The value of a change of a flag is a flag; the caller has looked at what it is of.
  return (change?.value ?? null) as Flag | null;
}
