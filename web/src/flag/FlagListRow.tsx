import { isOld } from '@shortlist/domain/flag/flag-query.ts';
import { memo, useSyncExternalStore } from 'react';
import { OwnerMark } from '../story/OwnerMark.tsx';
import { classNames } from '../ui/class-names.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { kindLabel } from './flag-labels.ts';
import type { Environment, FlagRow } from './flag-rows.ts';
import styles from './FlagList.module.css';
import { FlagRung } from './FlagRung.tsx';
import { StandMark } from './StandMark.tsx';

export interface FlagListRowProps {
  readonly row: FlagRow;
  readonly environments: readonly Environment[];
}

export const FlagListRow = memo(function FlagListRow({ row, environments }: FlagListRowProps) {
  const { flag, storyHandles, standOf, askedAt } = row;
  const day = useSyncExternalStore(everyMinute, () => Math.floor(minuteNow() / 86_400_000));
  const isOverdue = isOld(flag, new Date((day + 1) * 86_400_000).toISOString());
  const [story, ...others] = storyHandles;
  return (
    <>
      <span className={classNames(styles.name, flag.archivedAt !== null && styles.archived)}>
        <span className={styles.words}>{flag.title}</span>
        <code className={styles.key}>{flag.key}</code>
      </span>
      {environments.map(({ key, name, isProduction }) => {
        const stand = standOf.get(key);
        return (
          <span key={key} className={classNames(styles.environment, isProduction && styles.production)}>
            {stand !== undefined && <StandMark stand={stand} environment={name} />}
          </span>
        );
      })}
      <span className={styles.rung}>
        <FlagRung rung={flag.rung} />
      </span>
      <span className={styles.kind}>{flag.archivedAt === null ? kindLabel(flag.kind) : 'Archived'}</span>
      <span className={styles.stories} title={storyHandles.join(', ')}>
        {story}
        {others.length > 0 && ` +${others.length}`}
      </span>
      <span className={styles.asked}>
        <VisuallyHidden>Last asked for </VisuallyHidden>
        {askedAt === null ? '–' : <RelativeTime time={askedAt} look="short" />}
      </span>
      <span
        className={classNames(styles.age, isOverdue && styles.old)}
        title={isOverdue ? oldWords(flag.lifetimeDays) : undefined}
      >
        <VisuallyHidden>{isOverdue ? 'Older than it was expected to live, made ' : 'Made '}</VisuallyHidden>
        <RelativeTime time={flag.createdAt} look="short" />
      </span>
      <span className={styles.owner}>
        <OwnerMark ownerId={flag.ownerId} />
      </span>
    </>
  );
});

function oldWords(days: number | null): string {
  return `It was expected to live ${days ?? 0} days.`;
}
