// The table of Everything: sorted by its titles, walked by keys, and drawn only near the window.
import type { SortWord } from '@shortlist/domain/query/query-keys.ts';
import type { QuerySort } from '@shortlist/domain/query/query-sort.ts';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { Handle } from '../ui/Handle.tsx';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { useListCursor } from '../ui/use-list-cursor.ts';
import { useListCommands } from '../ui/use-list-commands.ts';
import { useListLayout } from '../ui/use-list-layout.ts';
import type { Row } from '../list/work-rows.ts';
import styles from './EverythingTable.module.css';
import { useHeadTop } from './use-head-top.ts';

export interface EverythingTableProps {
  readonly rows: readonly Row[];
  readonly sort: QuerySort;
  readonly onSort: (column: SortWord) => void;
  readonly openHandle: string | null;
  readonly onOpen: (row: Row) => void;
}

const columns: readonly { readonly id: SortWord; readonly title: string }[] = [
  { id: 'handle', title: 'Handle' },
  { id: 'title', title: 'Title' },
  { id: 'type', title: 'Type' },
  { id: 'step', title: 'Stands in' },
  { id: 'team', title: 'Team' },
  { id: 'owner', title: 'Owner' },
  { id: 'age', title: 'Age' },
];

const idOf = (row: Row) => row.id;
const noHeading = () => false;
const typeWords = { idea: 'Idea', story: 'Story', task: 'Task' };
const ended: ReadonlySet<Row['stage']> = new Set(['done', 'wont_do', 'refined', 'merged', 'rejected']);

export function EverythingTable({ rows, sort, onSort, openHandle, onOpen }: EverythingTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useHeadTop(frame);
  const focusWanted = useRef(false);
  const ids = useMemo(() => rows.map(idOf), [rows]);
  const { index: current, moveTo } = useListCursor(ids, undefined, undefined);
  const layout = useListLayout(body, rows.length, noHeading);
  const move = (index: number) => {
    focusWanted.current = true;
    moveTo(index);
    layout.scrollTo(Math.max(0, Math.min(index, ids.length - 1)));
  };
  useListCommands({ items: rows, idOf, onOpen }, { list: body, current, ids, move, extend: () => undefined });
  // The row to focus may only just have been drawn.
  useEffect(() => {
    const row = focusWanted.current ? body.current?.querySelector<HTMLElement>('[data-current]') : null;
    if (row === null || row === undefined) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });
  const press = (event: MouseEvent, row: Row, index: number) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    moveTo(index);
    onOpen(row);
  };

  return (
    <div ref={frame} className={styles.frame}>
      <div role="grid" aria-label="Everything" aria-rowcount={rows.length + 1} className={styles.table}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.columns}>
            {columns.map(({ id, title }) => (
              <div
                key={id}
                role="columnheader"
                aria-sort={sort.by !== id ? undefined : sort.isReversed ? 'descending' : 'ascending'}
                className={classNames(styles.title, styles[id])}
              >
                <button type="button" className={styles.sort} onClick={() => onSort(id)}>
                  {title}
                  <span aria-hidden="true">{sort.by !== id ? '' : sort.isReversed ? '↓' : '↑'}</span>
                </button>
              </div>
            ))}
          </div>
        </div>
        <div ref={body} role="rowgroup" className={styles.body} style={{ height: layout.height }}>
          {layout.drawn.map((place) => {
            const row = rows[place.index];
            if (row === undefined) return null;
            const isCurrent = place.index === current;
            return (
              // Enter does by key what the press does, through the registry of keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={row.id}
                role="row"
                aria-rowindex={place.index + 2}
                tabIndex={isCurrent ? 0 : -1}
                data-current={isCurrent || undefined}
                data-open={row.handle === openHandle || undefined}
                className={classNames(styles.columns, styles.row, ended.has(row.stage) && styles.over)}
                style={{ transform: `translateY(${place.start}px)`, height: place.size }}
                onClick={(event) => press(event, row, place.index)}
                onFocus={() => {
                  if (!isCurrent) moveTo(place.index);
                }}
              >
                <Cells row={row} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Cells({ row }: { readonly row: Row }) {
  const texts = { type: typeWords[row.type], step: row.standsIn, team: row.teamName, owner: row.ownerName };
  return (
    <>
      <div role="gridcell" className={styles.handle}>
        <Handle text={row.handle === '' ? null : row.handle} />
      </div>
      <div role="gridcell" className={styles.titleCell}>
        {row.title}
      </div>
      {Object.entries(texts).map(([id, text]) => (
        <div key={id} role="gridcell" className={styles[id]}>
          {text}
        </div>
      ))}
      <div role="gridcell" className={styles.age}>
        <RelativeTime time={row.createdAt} look="short" />
      </div>
    </>
  );
}
