// A story or a task, opened beside a list.
import { isPeeked, itemHref } from '../app/use-open-item.ts';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { PresentPeople } from '../presence/PresentPeople.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { Panel } from '../ui/Panel.tsx';
import { isInList } from '../ui/is-in-list.ts';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { itemCommands } from './item-commands.ts';
import { ItemActsBar } from './ItemActsBar.tsx';
import { ItemContent } from './ItemContent.tsx';
import { StageBadge } from './StageBadge.tsx';
import { useWork, type KnownWork, type OpenedWork } from './use-work.ts';

export interface ItemPanelProps {
  readonly handle: string;
  readonly onClose: () => void;
}

export function ItemPanel({ handle, onClose }: ItemPanelProps) {
  const opened = useWork(handle);
  const { work, team } = opened;
  if (work === undefined || team === undefined) {
    return (
      <Panel
        label={handle}
        header={<Handle text={handle} href={itemHref(handle)} />}
        onClose={onClose}
        takeFocus={!isPeeked(handle)}
      >
        <ItemMissing opened={opened} />
      </Panel>
    );
  }
  return <KnownItem opened={{ ...opened, work, team }} onClose={onClose} />;
}

interface KnownItemProps {
  readonly opened: KnownWork;
  readonly onClose: () => void;
}

function KnownItem({ opened, onClose }: KnownItemProps) {
  const { work, team } = opened;
  const { handle, title } = work.item;
  const acts = useItemActs(team);
  // A list beside it that has the focus keeps its own keys.
  useCommands(itemCommands, () => (isInList() ? null : { acts, works: [work] }));
  return (
    <>
      <Panel
        label={`${handle}: ${title}`}
        header={
          <>
            <Handle text={handle} href={itemHref(handle)} />
            <StageBadge work={work} team={team} />
            <PresentPeople />
          </>
        }
        actions={<ItemActsBar work={work} acts={acts} />}
        onClose={onClose}
        takeFocus={!isPeeked(handle)}
      >
        <ItemContent opened={opened} acts={acts} />
      </Panel>
      <ItemDialogs acts={acts} />
    </>
  );
}

/** Why there is no item yet, or none at all. */
export function ItemMissing({ opened }: { readonly opened: OpenedWork }) {
  if (opened.refusal !== null) return <ErrorNotice problem={opened.refusal.message} />;
  return (
    <Skeleton label="Loading the item">
      <SkeletonRows count={4} />
    </Skeleton>
  );
}
