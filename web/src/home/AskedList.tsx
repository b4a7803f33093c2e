import { useOpenItem } from '../app/use-open-item.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { Team } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { Badge } from '../ui/Badge.tsx';
import { Handle } from '../ui/Handle.tsx';
import { List } from '../ui/List.tsx';
import { RowFigure, RowTitle } from '../ui/ListRow.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Asked } from './asked-of-me.ts';

const idOf = ({ id }: Asked) => id;
const sectionOf = () => 'Asked of you';
const words: Readonly<Record<Asked['kind'], string>> = { answer: 'Answer', read: 'Read', verify: 'Verify' };

export interface AskedListProps {
  readonly asked: readonly Asked[];
  /** Null until the team's own figures are there. */
  readonly actsOf: (team: Team) => ItemActs | null;
}

/** What others wait for: opening one leads to where it is answered. */
export function AskedList({ asked, actsOf }: AskedListProps) {
  const { handle, open, openPage, peek } = useOpenItem();
  const contextOf = (chosen: readonly Asked[]) => {
    const [first] = chosen;
    const acts = first === undefined ? null : actsOf(first.team);
    return acts === null ? null : { acts, works: chosen.map(({ work }) => work) };
  };
  return (
    <List
      label="Asked of you"
      items={asked}
      idOf={idOf}
      sectionOf={sectionOf}
      hasOpen={handle !== null}
      openId={asked.find(({ work }) => work.item.handle === handle)?.id ?? null}
      onOpen={({ work }) => open(work.item.handle)}
      onOpenPage={({ work }) => openPage(work.item.handle)}
      onPeek={({ work }) => peek(work.item.handle)}
      commands={{ set: itemCommands, contextOf }}
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
