// A story or a task, opened beside a list.
import { itemHref } from '../app/use-open-item.ts';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Handle } from '../ui/Handle.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton, SkeletonRows } from '../ui/Skeleton.tsx';
import type { Team } from './item.ts';
import { ItemActsBar } from './ItemActsBar.tsx';
import { ItemContent } from './ItemContent.tsx';
import { StageBadge } from './StageBadge.tsx';
import { useItemKeys } from './use-item-keys.ts';
import { useWork, type OpenedWork } from './use-work.ts';
import { isInList } from './work-keys.ts';

export interface ItemPanelProps {
  readonly handle: string;
  readonly onClose: () => void;
}

export function ItemPanel({ handle, onClose }: ItemPanelProps) {
  const opened = useWork(handle);
  const { work, team } = opened;
  if (work === undefined || team === undefined) {
    return (
      <Panel label={handle} header={<Handle text={handle} href={itemHref(handle)} />} onClose={onClose}>
        <ItemMissing opened={opened} />
      </Panel>
    );
  }
  return <KnownItem opened={{ ...opened, work, team }} onClose={onClose} />;
}

interface KnownItemProps {
  readonly opened: OpenedWork & { readonly work: NonNullable<OpenedWork['work']>; readonly team: Team };
  readonly onClose: () => void;
}

function KnownItem({ opened, onClose }: KnownItemProps) {
  const { work, team, criteria } = opened;
  const { handle, title } = work.item;
  const acts = useItemActs(team);
  useItemKeys(work, acts, () => !isInList());
  return (
    <>
      <Panel
        label={`${handle}: ${title}`}
        header={
          <>
            <Handle text={handle} href={itemHref(handle)} />
            <StageBadge work={work} team={team} />
          </>
        }
        actions={<ItemActsBar work={work} acts={acts} />}
        onClose={onClose}
      >
        <ItemContent work={work} criteria={criteria} acts={acts} />
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
