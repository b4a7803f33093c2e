import { useOpenItem } from '../app/use-open-item.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Asked } from './asked-of-me.ts';

const idOf = ({ id }: Asked) => id;
const sectionOf = () => 'Asked of you';
const words: Readonly<Record<Asked['kind'], string>> = { answer: 'Answer', read: 'Read', verify: 'Verify' };

/** What others wait for: opening one leads to where it is answered. */
export function AskedList({ asked, main }: { readonly asked: readonly Asked[]; readonly main: boolean }) {
  const { handle, open, openPage, peek } = useOpenItem();
  return (
    <List
      label="Asked of you"
      items={asked}
      idOf={idOf}
      sectionOf={sectionOf}
      main={main}
      hasOpen={handle !== null}
      openId={asked.find(({ work }) => work.item.handle === handle)?.id ?? null}
      onOpen={({ work }) => open(work.item.handle)}
      onOpenPage={({ work }) => openPage(work.item.handle)}
      onPeek={({ work }) => peek(work.item.handle)}
      menuLabelOf={({ work }) => `Acts on ${work.item.handle}`}
      tallOnPhone
    >
      {({ kind, work, words: about, since }) => (
        <>
          <Handle text={work.item.handle === '' ? null : work.item.handle} column />
          <RowTitle {...(about !== null && { detail: about })}>{work.item.title}</RowTitle>
          <Badge tone="accent">{words[kind]}</Badge>
          <RowFigure width="narrow">
            <RelativeTime time={since} look="short" />
          </RowFigure>
        </>
      )}
    </List>
  );
}
