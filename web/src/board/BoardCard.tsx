// One card of a board.
import { memo } from 'react';
import { estimateSentence, estimateWords, MarkBadges } from '../backlog/MarkBadges.tsx';
import type { Mark } from '../backlog/use-marks.ts';
import { BlockedBadge } from '../link/BlockedBadge.tsx';
import { SubjectLabels } from '../label/LabelChips.tsx';
import { StoryRung } from '../flag/FlagRung.tsx';
import type { Work } from '../story/item.ts';
import { PeopleMark } from '../story/PeopleMark.tsx';
import { ProgressBadge } from '../story/ProgressBadge.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './Board.module.css';

export interface BoardCardProps {
  readonly work: Work;
  readonly mark: Mark | undefined;
}

export const BoardCard = memo(function BoardCard({ work, mark }: BoardCardProps) {
  const { item, placement, progress } = work;
  const estimate = estimateWords(mark);
  const isOpen = placement.doneAt === null;
  return (
    <>
      <span className={styles.cardTop}>
        <Handle text={item.handle === '' ? null : item.handle} />
        {isOpen && mark?.age != null && (
          <span className={styles.figure} title="In progress">
            <VisuallyHidden>In progress for </VisuallyHidden>
            {mark.age === 1 ? '1 day' : `${mark.age} days`}
          </span>
        )}
      </span>
      <span className={styles.title}>{item.title}</span>
      <span className={styles.cardFoot}>
        <BlockedBadge itemId={placement.id} />
        {isOpen && <MarkBadges mark={mark} />}
        {placement.override !== null && <Badge tone="warn">Over the window</Badge>}
        {placement.verified === false && <Badge tone="warn">Not verified yet</Badge>}
        <SubjectLabels subjectId={item.id} hideOnPhone={false} />
        <StoryRung storyId={item.id} />
        <ProgressBadge progress={progress} />
        {item.size !== null && <Badge>{item.size}</Badge>}
        {isOpen && estimate !== null && (
          <span className={styles.figure} title={estimateSentence(mark)}>
            <VisuallyHidden>Likely done </VisuallyHidden>
            {estimate}
          </span>
        )}
        <span className={styles.owner}>
          <PeopleMark item={item} />
        </span>
      </span>
    </>
  );
});
