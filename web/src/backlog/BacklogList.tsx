// What is on the backlog, as a list: by step while in progress, in order while it waits.
import { stepOf } from '@shortlist/domain/workspace/workflow.ts';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { Work } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import { BacklogRow } from './BacklogRow.tsx';
import type { ItemActs } from './use-item-acts.ts';
import { useWindow } from './use-window.ts';

export interface BacklogListProps {
  /** On the backlog, in the order they are shown. */
  readonly rows: readonly Work[];
  readonly acts: ItemActs;
  readonly cursor: string | null;
  readonly onCursor: (id: string) => void;
}

const idOf = (work: Work) => work.id;

export function BacklogList({ rows, acts, cursor, onCursor }: BacklogListProps) {
  const { team } = acts;
  const { handle, open, openPage, peek } = useOpenItem();
  const { history } = useRouter();
  const { value: window } = useWindow(team.id);
  const doneBy = useMemo(() => new Map(window?.items.map((item) => [item.itemId, item.doneBy])), [window]);
  return (
    <List
      label="On the backlog"
      items={rows}
      idOf={idOf}
      sectionOf={({ placement }) => stepOf(team, placement.stepId)?.name ?? ''}
      openId={rows.find(({ item }) => item.handle === handle)?.id ?? null}
      hasOpen={handle !== null}
      onOpen={({ item }) => open(item.handle)}
      onOpenPage={({ item }) => openPage(item.handle)}
      onPeek={({ item }) => peek(item.handle)}
      cursor={cursor}
      onCursor={onCursor}
      commands={{ set: itemCommands, contextOf: (chosen) => ({ acts, works: chosen }) }}
      menuLabelOf={({ item }) => `Acts on ${item.handle}`}
      tallOnPhone
      empty={
        <EmptyState
          sentence="What you have promised to finish next stands here, as much as your own record says you can hold. Commit something that is ready."
          action={{ label: 'Go to refinement', keys: 'g f', run: () => history.push(`/refinement/${team.key}`) }}
        />
      }
    >
      {(work) => <BacklogRow work={work} team={team} doneBy={doneBy.get(work.item.id) ?? null} />}
    </List>
  );
}
