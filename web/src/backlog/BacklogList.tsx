// What is on the backlog, as a list: by step while in progress, in order while it waits.
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { Work } from '../story/item.ts';
import { rowKeysOf, workActs, type WorkAct } from '../story/work-keys.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import { positionPastNeighbour } from './backlog-order.ts';
import { BacklogRow } from './BacklogRow.tsx';
import type { ItemActs } from './use-item-acts.ts';
import { useWindow } from './use-window.ts';

export interface BacklogListProps {
  /** On the backlog, in the order they are shown. */
  readonly rows: readonly Work[];
  /** All of the team. */
  readonly works: readonly Work[];
  readonly acts: ItemActs;
  readonly cursor: string | null;
  readonly onCursor: (id: string) => void;
}

const idOf = (work: Work) => work.id;

export function BacklogList({ rows, works, acts, cursor, onCursor }: BacklogListProps) {
  const { team } = acts;
  const { handle, open } = useOpenItem();
  const { history } = useRouter();
  const { value: window } = useWindow(team.id);
  const doneBy = useMemo(() => new Map(window?.items.map((item) => [item.itemId, item.doneBy])), [window]);
  const reorder =
    (by: -1 | 1) =>
    ([work]: readonly Work[]) => {
      const position = work === undefined ? null : positionPastNeighbour(works, work.id, by);
      if (work !== undefined && position !== null) acts.reorder(work, position);
    };
  const moving: readonly WorkAct[] = [
    { id: 'step', keys: 's', label: 'Step', run: (chosen) => acts.ask({ kind: 'step', works: chosen }) },
    { id: 'up', keys: 'Alt+ArrowUp', label: 'Move up', run: reorder(-1) },
    { id: 'down', keys: 'Alt+ArrowDown', label: 'Move down', run: reorder(1) },
    { id: 'back', keys: 'b', label: 'Back to refinement', run: acts.sendBack },
  ];
  const rowActs = [...(acts.mayMove ? moving : []), ...workActs(acts)];
  return (
    <List
      label="On the backlog"
      keysName="Backlog"
      items={rows}
      idOf={idOf}
      sectionOf={({ placement }) => stepOf(team, placement.stepId)?.name ?? ''}
      openId={rows.find(({ item }) => item.handle === handle)?.id ?? null}
      onOpen={({ item }) => open(item.handle)}
      cursor={cursor}
      onCursor={onCursor}
      rowKeys={rowKeysOf(rowActs, handle === null ? null : works.find(({ item }) => item.handle === handle))}
      tallOnPhone
      empty={
        <EmptyState
          sentence="What you have promised to finish next stands here, as much as your own record says you can hold. Commit something that is ready."
          action={{ label: 'Go to refinement', keys: 'g f', run: () => history.push(`/refinement/${team.key}`) }}
        />
      }
    >
      {(work) => <BacklogRow work={work} team={team} doneBy={doneBy.get(work.item.id) ?? null} rowActs={rowActs} />}
    </List>
  );
}
