// One row of columns of a board: all of it, or what one owner has.
import type { MouseEvent } from 'react';
import type { Mark } from '../backlog/use-marks.ts';
import type { Row } from '../list/work-rows.ts';
import { Badge } from '../ui/Badge.tsx';
import { classNames } from '../ui/class-names.ts';
import type { Act } from '../ui/command.ts';
import { RowMenu } from '../ui/RowMenu.tsx';
import { BoardCard } from './BoardCard.tsx';
import { countWords, type Column } from './board-columns.ts';
import styles from './Board.module.css';
import type { Landing } from './use-board-drag.ts';

export interface BoardLaneProps {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Of all lanes: limits are those of the team. */
  readonly totals: readonly Column[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly currentId: string | null;
  readonly openHandle: string | null;
  readonly selected: ReadonlySet<string>;
  readonly landing: Landing | null;
  readonly actsOn: (row: Row) => readonly Act[];
  readonly onPress: (event: MouseEvent, row: Row) => void;
  readonly onFocus: (id: string) => void;
  readonly onMenu: (event: MouseEvent<HTMLElement>, row: Row) => void;
}

export function BoardLane({ name, columns, totals, landing, ...cards }: BoardLaneProps) {
  return (
    <>
      {name !== '' && <h2 className={styles.laneName}>{name}</h2>}
      <div className={styles.lane}>
        {columns.map((column, index) => (
          <BoardColumn
            key={column.step.id}
            {...cards}
            lane={name}
            column={column}
            total={totals[index]?.rows.length ?? column.rows.length}
            landing={landing?.stepId === column.step.id ? landing : null}
          />
        ))}
      </div>
    </>
  );
}

interface BoardColumnProps extends Omit<BoardLaneProps, 'name' | 'columns' | 'totals'> {
  readonly lane: string;
  readonly column: Column;
  readonly total: number;
}

function BoardColumn({ lane, column, total, marks, landing, currentId, openHandle, selected, ...does }: BoardColumnProps) {
  const { step, rows } = column;
  const over = step.limit === undefined ? 0 : total - step.limit;
  const count = countWords(step, total);
  return (
    <section
      aria-label={`${step.name}${lane === '' ? '' : `, ${lane}`}: ${lane === '' ? count : rows.length}`}
      data-step={step.id}
      className={classNames(styles.column, landing !== null && styles.landing)}
    >
      <div className={styles.head}>
        {step.name}
        <span className={styles.count}>{lane === '' ? count : rows.length}</span>
        {over > 0 && <Badge tone="warn">{`${over} over its limit of ${step.limit ?? 0}`}</Badge>}
      </div>
      <ul className={styles.cards} aria-label={step.name}>
        {rows.map((row) => (
          <li key={row.id}>
            {row.work !== null && (
              // The board's keys do what the press does.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                role="group"
                aria-label={`${row.handle} ${row.title}`}
                // A card is walked to, as a row of a list is.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={row.id === currentId ? 0 : -1}
                data-row
                data-card={row.id}
                data-current={row.id === currentId || undefined}
                data-open={row.handle === openHandle || undefined}
                data-selected={selected.has(row.id) || undefined}
                className={classNames(styles.card, landing?.beside?.id === row.id && styles[landing.beside.where])}
                onClick={(event) => does.onPress(event, row)}
                onContextMenu={(event) => does.onMenu(event, row)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && row.id !== currentId) does.onFocus(row.id);
                }}
              >
                <BoardCard work={row.work} mark={marks.get(row.id)} />
                <span className={styles.menu}>
                  <RowMenu label={`Acts on ${row.handle}`} actsOf={() => does.actsOn(row)} />
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
