import { stageOf } from '@shortlist/domain/backlog/counted.ts';
import { BlockedBadge } from '../link/BlockedBadge.tsx';
import { SubjectLabels } from '../label/LabelChips.tsx';
import { StoryRung } from '../flag/FlagRung.tsx';
import type { Team, Work } from '../story/item.ts';
import { PeopleMark } from '../story/PeopleMark.tsx';
import { ProgressBadge } from '../story/ProgressBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { estimateSentence, estimateWords, MarkBadges } from './MarkBadges.tsx';
import type { Mark } from './use-marks.ts';
import styles from './BacklogRow.module.css';

export interface BacklogRowProps {
  readonly work: Work;
  readonly team: Team;
  readonly mark: Mark | undefined;
}

export function BacklogRow({ work, team, mark }: BacklogRowProps) {
  const { item, placement } = work;
  const estimate = estimateWords(mark);
  const since = stageOf(placement, team) === 'in_progress' ? placement.startedAt : null;
  return (
    <>
      <Handle text={item.handle === '' ? null : item.handle} column />
      <RowTitle {...(estimate !== null && { detail: <span className={styles.onPhone}>{estimate}</span> })}>{item.title}</RowTitle>
      <BlockedBadge itemId={placement.id} />
      <MarkBadges mark={mark} />
      {placement.override !== null && <Badge tone="warn">Over the window</Badge>}
      <SubjectLabels subjectId={item.id} />
      <StoryRung storyId={item.id} />
      <ProgressBadge progress={work.progress} />
      {item.size !== null && <Badge>{item.size}</Badge>}
      {since !== null && (
        <RowFigure>
          <span title="In progress">
            <VisuallyHidden>Started </VisuallyHidden>
            {mark?.age == null ? <RelativeTime time={since} look="short" /> : ageWords(mark.age)}
          </span>
        </RowFigure>
      )}
      <RowFigure width="wide">
        {estimate !== null && (
          <span title={estimateSentence(mark)}>
            <VisuallyHidden>Likely done </VisuallyHidden>
            {estimate}
          </span>
        )}
      </RowFigure>
      <PeopleMark item={item} />
    </>
  );
}

function ageWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
