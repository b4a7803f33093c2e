// A story or a task on a page of its own.
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { PresentPeople } from '../presence/PresentPeople.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import { itemCommands } from './item-commands.ts';
import { ItemActsBar } from './ItemActsBar.tsx';
import { ItemContent } from './ItemContent.tsx';
import styles from './ItemPage.module.css';
import { ItemMissing } from './ItemPanel.tsx';
import { StageBadge } from './StageBadge.tsx';
import { useWork, type KnownWork } from './use-work.ts';

export function ItemPage({ handle }: { readonly handle: string }) {
  const opened = useWork(handle);
  const { work, team } = opened;
  if (work === undefined || team === undefined) {
    return (
      <>
        <PageHeader title={handle} />
        <div className={styles.page}>
          <ItemMissing opened={opened} />
        </div>
      </>
    );
  }
  return <KnownItem opened={{ ...opened, work, team }} />;
}

function KnownItem({ opened }: { readonly opened: KnownWork }) {
  const { work, team } = opened;
  const acts = useItemActs(team);
  useCommands(itemCommands, () => ({ acts, works: [work] }));
  return (
    <>
      <PageHeader
        title={<span className={styles.handle}>{work.item.handle}</span>}
        beside={
          <>
            <StageBadge work={work} team={team} />
            <PresentPeople />
          </>
        }
        actions={<ItemActsBar work={work} acts={acts} />}
      />
      <div className={styles.page}>
        <ItemContent opened={opened} acts={acts} />
      </div>
      <ItemDialogs acts={acts} />
    </>
  );
}
