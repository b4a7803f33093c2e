// The list of flags under the titles it is sorted by: the environments in their order, then what is known of each flag.
import { flagHandle } from '@shortlist/domain/flag/flag-handle.ts';
import { writtenFlagOrder, type FlagSort } from '@shortlist/domain/flag/flag-order.ts';
import { useRef, type CSSProperties, type ReactNode } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import { useSearchText } from '../app/use-search-text.ts';
import { useHeadTop } from '../everything/use-head-top.ts';
import { SelectionBar } from '../list/SelectionBar.tsx';
import type { PlaceMemory } from '../list/use-place-memory.ts';
import { classNames } from '../ui/class-names.ts';
import { actsOf } from '../ui/command.ts';
import { List } from '../ui/List.tsx';
import { flagCommands } from './flag-commands.ts';
import type { Environment, FlagRow } from './flag-rows.ts';
import { FlagListRow } from './FlagListRow.tsx';
import styles from './FlagList.module.css';
import type { FlagActs } from './use-flag-acts.ts';
import type { FlagListing } from './use-flag-listing.ts';

export interface FlagListProps {
  readonly listing: FlagListing;
  readonly acts: FlagActs;
  readonly memory: PlaceMemory;
  readonly empty: ReactNode;
}

const idOf = (row: FlagRow) => row.id;

export function FlagList({ listing, acts, memory, empty }: FlagListProps) {
  const { rows } = listing;
  const { handle, open, openPage, peek, close } = useOpenItem();
  const shown = shownEnvironments(acts.environments);
  const handleOf = ({ flag }: FlagRow) => flagHandle(flag.key);
  // What was filtered out is not acted on.
  const chosen = rows.filter(({ id }) => memory.selected.has(id));
  const contextOf = (meant: readonly FlagRow[]) => ({ acts, flags: meant.map(({ flag }) => flag) });
  return (
    <div className={styles.frame} style={{ '--environments': shown.length } as CSSProperties /* A custom property. */}>
      {rows.length > 0 && <Head listing={listing} environments={shown} />}
      <List
        label="Flags"
        items={rows}
        idOf={idOf}
        openId={rows.find((row) => handleOf(row) === handle)?.id ?? null}
        hasOpen={handle !== null}
        onOpen={(row) => open(handleOf(row))}
        onOpenPage={(row) => openPage(handleOf(row))}
        onPeek={(row) => (handleOf(row) === handle ? close() : peek(handleOf(row)))}
        {...memory}
        selected={new Set(chosen.map(({ id }) => id))}
        commands={{ set: flagCommands, contextOf }}
        menuLabelOf={({ flag }) => `Acts on ${flag.key}`}
        tallOnPhone
        empty={empty}
      >
        {(row) => <FlagListRow row={row} environments={shown} />}
      </List>
      <SelectionBar
        count={chosen.length}
        total={rows.length}
        acts={chosen.length === 0 ? [] : actsOf(flagCommands, contextOf(chosen))}
        onAll={() => memory.onSelect(new Set(rows.map(({ id }) => id)))}
        onClear={() => memory.onSelect(new Set())}
      />
    </div>
  );
}

/** As many as stand beside each other, those nearest to customers; all of them stand on the flag's own page. */
function shownEnvironments(environments: readonly Environment[]): readonly Environment[] {
  return environments.slice(-4);
}

interface HeadProps {
  readonly listing: FlagListing;
  readonly environments: readonly Environment[];
}

function Head({ listing: { order }, environments }: HeadProps) {
  const head = useRef<HTMLDivElement>(null);
  useHeadTop(head);
  const [, setSort] = useSearchText('sort');
  const sortBy = (by: FlagSort) => setSort(writtenFlagOrder({ by, isReversed: order.by === by && !order.isReversed }));
  const title = (by: FlagSort, label: string, look: string | undefined) => {
    const way = order.by !== by ? null : order.isReversed ? 'up' : 'down';
    return (
      <span className={classNames(styles.title, look)}>
        <button
          type="button"
          className={styles.sort}
          aria-label={`Sort by ${label.toLowerCase()}${way === null ? '' : way === 'down' ? ', sorted' : ', sorted the other way round'}`}
          onClick={() => sortBy(by)}
        >
          {label}
          <span aria-hidden="true">{way === null ? '' : way === 'up' ? '↑' : '↓'}</span>
        </button>
      </span>
    );
  };
  return (
    <div ref={head} role="group" aria-label="Sort the flags" className={styles.head}>
      {title('title', 'Flag', styles.name)}
      {environments.map(({ key, name, isProduction }) => (
        <span key={key} className={classNames(styles.environment, isProduction && styles.production)} title={name}>
          {name}
        </span>
      ))}
      {title('rung', 'Rung', styles.rung)}
      {title('kind', 'Kind', styles.kind)}
      <span className={styles.stories}>Story</span>
      {title('asked', 'Asked', styles.asked)}
      {title('age', 'Age', styles.age)}
      {title('owner', 'By', styles.owner)}
      <span className={styles.menu} />
    </div>
  );
}
