// The table of Everything: the columns asked for, sorted by their titles, with all that lists can do.
import type { SortWord } from '@shortlist/domain/query/query-keys.ts';
import type { QuerySort } from '@shortlist/domain/query/query-sort.ts';
import { useCallback, useRef, type ReactNode } from 'react';
import { useMay } from '../app/use-may.ts';
import { useOpenItem } from '../app/use-open-item.ts';
import { ItemDialogs } from '../backlog/ItemDialogs.tsx';
import { useItemActs, type ItemActs } from '../backlog/use-item-acts.ts';
import { useIdeaActs } from '../idea/use-idea-acts.ts';
import { RowLabels } from '../label/LabelChips.tsx';
import { SelectionBar } from '../list/SelectionBar.tsx';
import { usePlaceMemory, type PlaceMemory } from '../list/use-place-memory.ts';
import { workRows, worksIn, type Row } from '../list/work-rows.ts';
import type { Team } from '../story/item.ts';
import { useAll } from '../sync/use-store.ts';
import { actsOf } from '../ui/command.ts';
import { Handle } from '../ui/Handle.tsx';
import { classNames } from '../ui/class-names.ts';
import { List } from '../ui/List.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import type { Column } from './columns.ts';
import styles from './EverythingTable.module.css';
import { rowActs, type RowsContext } from './row-acts.ts';
import { useHeadTop } from './use-head-top.ts';

export interface EverythingTableProps {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly sort: QuerySort;
  readonly onSort: (column: SortWord) => void;
  readonly sectionOf: ((row: Row) => string) | undefined;
}

const ended: ReadonlySet<Row['stage']> = new Set(['parked', 'done', 'wont_do', 'refined', 'merged', 'rejected']);
const idOf = (row: Row) => row.id;

/** Acts on items are a team's: that of what is chosen, or of the row one is on. */
export function EverythingTable(props: EverythingTableProps) {
  const memory = usePlaceMemory('everything');
  const teams = useAll('team');
  const [chosen = memory.cursor] = memory.selected;
  const teamId = chosen == null ? null : workRows.get(chosen)?.teamId;
  const team = teams.find(({ id }) => id === teamId) ?? teams[0];
  if (team === undefined) return <Table {...props} memory={memory} acts={null} />;
  return <TeamTable {...props} memory={memory} team={team} />;
}

interface WithMemory extends EverythingTableProps {
  readonly memory: PlaceMemory;
}

function TeamTable({ team, ...props }: WithMemory & { readonly team: Team }) {
  const acts = useItemActs(team);
  return (
    <>
      <Table {...props} acts={acts} />
      <ItemDialogs acts={acts} />
    </>
  );
}

function Table({ rows, columns, sort, onSort, sectionOf, memory, acts }: WithMemory & { readonly acts: ItemActs | null }) {
  const frame = useRef<HTMLDivElement>(null);
  useHeadTop(frame);
  const { handle, open, openPage, peek, close } = useOpenItem();
  const ideaActs = useIdeaActs();
  const mayShape = useMay('shape');
  const contextOf = (meant: readonly Row[]): RowsContext => {
    const ideas = meant.flatMap(({ idea }) => idea ?? []);
    const works = worksIn(meant);
    return {
      rows: meant,
      mayShape,
      ideas: ideas.length === meant.length ? { acts: ideaActs, ideas } : null,
      items: works.length === meant.length && acts !== null ? { acts, works } : null,
      isOneTeam: meant.every(({ teamId }) => teamId === acts?.team.id),
    };
  };
  const chosen = memory.selected.size === 0 ? [] : rows.filter(({ id }) => memory.selected.has(id));
  const drawRow = useCallback(
    (row: Row) => (
      <div className={classNames(styles.columns, ended.has(row.stage) && styles.over)} role="presentation">
        {columns.map((column) => (
          <div key={column.id} role="gridcell" className={classNames(styles[column.id], styles[`from${column.from}`])}>
            {cellOf(column, row)}
          </div>
        ))}
      </div>
    ),
    [columns],
  );
  return (
    <div ref={frame} className={styles.frame} style={widthsOf(columns)}>
      <List
        label="Everything"
        head={<Head columns={columns} sort={sort} onSort={onSort} />}
        items={rows}
        idOf={idOf}
        {...(sectionOf !== undefined && { sectionOf })}
        openId={handle === null ? null : (rows.find((row) => row.handle === handle)?.id ?? null)}
        hasOpen={handle !== null}
        onOpen={(row) => open(row.handle)}
        onOpenPage={(row) => openPage(row.handle)}
        onPeek={(row) => (row.handle === handle ? close() : peek(row.handle))}
        {...memory}
        commands={{ set: rowActs, contextOf }}
        menuLabelOf={(row) => `Acts on ${row.handle}`}
      >
        {drawRow}
      </List>
      <SelectionBar
        count={chosen.length}
        total={rows.length}
        acts={chosen.length === 0 ? [] : actsOf(rowActs, contextOf(chosen))}
        onAll={() => memory.onSelect(new Set(rows.map(idOf)))}
        onClear={() => memory.onSelect(new Set())}
      />
    </div>
  );
}

function Head({ columns, sort, onSort }: Pick<EverythingTableProps, 'columns' | 'sort' | 'onSort'>) {
  return (
    <div role="row" aria-rowindex={1} className={classNames(styles.columns, styles.head)}>
      {columns.map(({ id, title, from }) => (
        <div
          key={id}
          role="columnheader"
          aria-sort={sort.by !== id ? undefined : sort.isReversed ? 'descending' : 'ascending'}
          className={classNames(styles.headTitle, styles[id], styles[`from${from}`])}
        >
          <button type="button" className={styles.sort} onClick={() => onSort(id)}>
            {title}
            <span aria-hidden="true">{sort.by !== id ? '' : sort.isReversed ? '↓' : '↑'}</span>
          </button>
        </div>
      ))}
    </div>
  );
}

function cellOf({ id, text }: Column, row: Row): ReactNode {
  if (id === 'handle') return <Handle text={row.handle === '' ? null : row.handle} />;
  if (id === 'label') return <RowLabels labels={row.labels} hideOnPhone={false} />;
  if (id === 'age') return <RelativeTime time={row.createdAt} look="short" />;
  if (id === 'moved') return <RelativeTime time={row.movedAt} look="short" />;
  return text(row);
}

/** The columns of the grid at each width of the table, as custom properties that its style sheet chooses from. */
function widthsOf(columns: readonly Column[]): Readonly<Record<string, string>> {
  const at = (pixels: number) =>
    columns
      .filter(({ from }) => from <= pixels)
      .map(({ width }) => width)
      .join(' ');
  return { '--wide': at(860), '--middle': at(720), '--narrow': at(480), '--phone': at(0) };
}
