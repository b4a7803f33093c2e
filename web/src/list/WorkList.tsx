// Items of a place as a list: what can be done to them, in the order and under the headings asked for.
import { useCallback, type ReactNode } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import type { Work } from '../story/item.ts';
import { itemCommands } from '../story/item-commands.ts';
import { actsOf } from '../ui/command.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { List } from '../ui/List.tsx';
import type { Listing } from './use-listing.ts';
import { SelectionBar } from './SelectionBar.tsx';
import type { PlaceMemory } from './use-place-memory.ts';
import { worksIn, type Row } from './work-rows.ts';

export interface WorkListProps {
  readonly label: string;
  readonly listing: Listing;
  readonly acts: ItemActs;
  readonly memory: PlaceMemory;
  /** Stands in for a place with nothing in it. */
  readonly empty: ReactNode;
  /** What a row holds. The same function each time, unless it draws something else: rows are drawn anew with it. */
  readonly children: (work: Work) => ReactNode;
}

const idOf = (row: Row) => row.id;

export function WorkList({ label, listing, acts, memory, empty, children }: WorkListProps) {
  const { rows, total, typed, setTyped, sectionOf } = listing;
  const { handle, open, openPage, peek, close } = useOpenItem();
  // What was filtered out or has left the place is not acted on.
  const chosen = rows.filter(({ id }) => memory.selected.has(id));
  const selected = new Set(chosen.map(({ id }) => id));
  const drawnRow = useCallback(({ work }: Row) => (work === null ? null : children(work)), [children]);
  return (
    <>
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
        {...memory}
        selected={selected}
        commands={{ set: itemCommands, contextOf: (meant) => ({ acts, works: worksIn(meant) }) }}
        menuLabelOf={(row) => `Acts on ${row.handle}`}
        tallOnPhone
        empty={
          total === 0 ? (
            empty
          ) : (
            <EmptyState
              sentence={`Nothing here answers to “${typed}”.`}
              action={{ label: 'Show all', run: () => setTyped('') }}
            />
          )
        }
      >
        {drawnRow}
      </List>
      <SelectionBar
        count={chosen.length}
        total={rows.length}
        acts={chosen.length === 0 ? [] : actsOf(itemCommands, { acts, works: worksIn(chosen) })}
        onAll={() => memory.onSelect(new Set(rows.map(({ id }) => id)))}
        onClear={() => memory.onSelect(new Set())}
      />
    </>
  );
}
