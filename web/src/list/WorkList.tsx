// Items of a place as a list: what can be done to them, in the order and under the headings asked for.
import type { ReactNode } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { Work } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import type { Listing } from './use-listing.ts';
import { worksIn, type Row } from './work-rows.ts';

export interface WorkListProps {
  readonly label: string;
  readonly listing: Listing;
  readonly acts: ItemActs;
  readonly cursor?: string | null;
  readonly onCursor?: (id: string) => void;
  /** Stands in for a place with nothing in it. */
  readonly empty: ReactNode;
  readonly children: (work: Work) => ReactNode;
}

const idOf = (row: Row) => row.id;

export function WorkList({ label, listing, acts, empty, children, ...cursor }: WorkListProps) {
  const { rows, total, typed, setTyped, sectionOf } = listing;
  const { handle, open, openPage, peek, close } = useOpenItem();
  return (
    <List
      label={label}
      items={rows}
      idOf={idOf}
      {...(sectionOf !== undefined && { sectionOf })}
      openId={rows.find((row) => row.handle === handle)?.id ?? null}
      hasOpen={handle !== null}
      onOpen={(row) => open(row.handle)}
      onOpenPage={(row) => openPage(row.handle)}
      onPeek={(row) => (row.handle === handle ? close() : peek(row.handle))}
      {...cursor}
      commands={{ set: itemCommands, contextOf: (chosen) => ({ acts, works: worksIn(chosen) }) }}
      menuLabelOf={(row) => `Acts on ${row.handle}`}
      tallOnPhone
      empty={
        total === 0 ? (
          empty
        ) : (
          <EmptyState sentence={`Nothing here answers to “${typed}”.`} action={{ label: 'Show all', run: () => setTyped('') }} />
        )
      }
    >
      {({ work }) => (work === null ? null : children(work))}
    </List>
  );
}
