import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Work } from './item.ts';
import { OwnerMark } from './OwnerMark.tsx';
import { missingInShort } from './readiness-words.ts';
import { WorkRing } from './Readiness.tsx';
import { RowMenu } from './RowMenu.tsx';
import { menuEntriesOf, type WorkAct } from './work-keys.ts';

export interface RefinementRowProps {
  readonly work: Work;
  readonly rowActs: readonly WorkAct[];
}

export function RefinementRow({ work, rowActs }: RefinementRowProps) {
  const { item, placement, readiness } = work;
  return (
    <>
      <Handle text={item.handle === '' ? null : item.handle} column />
      <WorkRing work={work} />
      <RowTitle detail={readiness.ready ? undefined : missingInShort(readiness)}>{item.title}</RowTitle>
      {item.size !== null && <Badge>{item.size}</Badge>}
      <RowFigure width="narrow">
        <RelativeTime time={placement.enteredStepAt} look="short" />
      </RowFigure>
      <OwnerMark ownerId={item.ownerId} />
      <RowMenu label={`Acts on ${item.handle}`} entries={menuEntriesOf(rowActs, work)} />
    </>
  );
}
