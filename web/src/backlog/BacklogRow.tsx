import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import type { Team, Work } from '../story/item.ts';
import { OwnerMark } from '../story/OwnerMark.tsx';
import { ProgressBadge } from '../story/ProgressBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import styles from './BacklogRow.module.css';

export interface BacklogRowProps {
  readonly work: Work;
  readonly team: Team;
  /** The day it is likely done by; null where that cannot be told. */
  readonly doneBy: string | null;
}

export function BacklogRow({ work, team, doneBy }: BacklogRowProps) {
  const { item, placement } = work;
  const since = stageOf(placement, team) === 'in_progress' ? placement.startedAt : null;
  return (
    <>
      <Handle text={item.handle === '' ? null : item.handle} column />
      <RowTitle {...(doneBy !== null && { detail: <span className={styles.onPhone}>by {dayWords(doneBy)}</span> })}>
        {item.title}
      </RowTitle>
      {placement.override !== null && <Badge tone="warn">Over the window</Badge>}
      <ProgressBadge progress={work.progress} />
      {item.size !== null && <Badge>{item.size}</Badge>}
      {since !== null && (
        <RowFigure>
          <span title="In progress">
            <VisuallyHidden>Started </VisuallyHidden>
            <RelativeTime time={since} look="short" />
          </span>
        </RowFigure>
      )}
      <RowFigure width="normal">
        {doneBy !== null && <span title="Likely done by, at the team’s level">by {dayWords(doneBy)}</span>}
      </RowFigure>
      <OwnerMark ownerId={item.ownerId} />
    </>
  );
}

function dayWords(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
