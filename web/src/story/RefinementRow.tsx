import { BlockedBadge } from '../link/BlockedBadge.tsx';
import { SubjectLabels } from '../label/LabelChips.tsx';
import { StoryRung } from '../flag/FlagRung.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Work } from './item.ts';
import { LeavingBadge } from './LeavingBadge.tsx';
import { PeopleMark } from './PeopleMark.tsx';
import { ProgressBadge } from './ProgressBadge.tsx';
import { missingInShort } from './readiness-words.ts';
import { WorkRing } from './Readiness.tsx';

export interface RefinementRowProps {
  readonly work: Work;
}

export function RefinementRow({ work }: RefinementRowProps) {
  const { item, placement, readiness } = work;
  return (
    <>
      <Handle text={item.handle === '' ? null : item.handle} column />
      <WorkRing work={work} />
      <RowTitle detail={readiness.ready ? undefined : missingInShort(readiness)}>{item.title}</RowTitle>
      <LeavingBadge placement={placement} />
      <BlockedBadge itemId={placement.id} />
      <SubjectLabels subjectId={item.id} />
      <StoryRung storyId={item.id} />
      <ProgressBadge progress={work.progress} />
      {item.size !== null && <Badge>{item.size}</Badge>}
      <RowFigure width="narrow">
        <RelativeTime time={placement.enteredStepAt} look="short" />
      </RowFigure>
      <PeopleMark item={item} />
    </>
  );
}
