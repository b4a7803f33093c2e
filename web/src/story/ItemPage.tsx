// A story or a task on a page of its own.
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs } from '../backlog/use-item-acts.ts';
import { PresentPeople } from '../presence/PresentPeople.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { useCommands } from '../ui/use-commands.ts';
import type { Criterion, Question, Team, Work } from './item.ts';
import { itemCommands } from './item-commands.ts';
import type { Label } from '../label/use-labels.ts';
import { ItemActsBar } from './ItemActsBar.tsx';
import { ItemContent } from './ItemContent.tsx';
import styles from './ItemPage.module.css';
import { ItemMissing } from './ItemPanel.tsx';
import { StageBadge } from './StageBadge.tsx';
import { useWork } from './use-work.ts';

export function ItemPage({ handle }: { readonly handle: string }) {
  const opened = useWork(handle);
  const { work, team, criteria, questions, labels } = opened;
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
  return <KnownItem work={work} team={team} criteria={criteria} questions={questions} labels={labels} />;
}

interface KnownItemProps {
  readonly work: Work;
  readonly team: Team;
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
  readonly labels: readonly Label[];
}

function KnownItem({ work, team, criteria, questions, labels }: KnownItemProps) {
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
        <ItemContent work={work} criteria={criteria} questions={questions} labels={labels} acts={acts} />
      </div>
      <ItemDialogs acts={acts} />
    </>
  );
}
