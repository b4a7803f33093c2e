// One row of a list as it is drawn. Walking a list moves two marks: every other row stays as it was.
import { memo, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import type { Act } from './command.ts';
import styles from './List.module.css';
import type { RowState } from './list-props.ts';
import { RowMenu } from './RowMenu.tsx';

/** What a row tells its list. */
export interface RowActs<T> {
  readonly press: (event: MouseEvent, item: T, index: number) => void;
  readonly openMenu: (event: MouseEvent<HTMLElement>, item: T, index: number) => void;
  readonly focus: (index: number) => void;
  readonly actsOn: (item: T) => readonly Act[];
}

export interface GridRowProps<T> extends RowState {
  readonly item: T;
  /** Its place among the rows, headings not counted. */
  readonly index: number;
  /** Its place among rows and headings, from 1. */
  readonly rowIndex: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  /** It is open beside the list. */
  readonly open: boolean;
  readonly selectable: boolean;
  /** Its children are gridcells themselves. */
  readonly inColumns: boolean;
  /** The name of its menu; null where it has none. */
  readonly menuLabel: string | null;
  /** Kept in a ref, so that the row need not be drawn anew when only what the acts know has changed. */
  readonly acts: RefObject<RowActs<T> | null>;
  /** Drawn anew whenever this function is another one. */
  readonly children: (item: T, state: RowState) => ReactNode;
}

type CellsProps<T> = RowState & Pick<GridRowProps<T>, 'item' | 'inColumns' | 'menuLabel' | 'acts' | 'children'>;

/** What is in a row. It has no place, so that a row that only moves is not drawn anew. */
function DrawnCells<T>({ item, current, selected, inColumns, menuLabel, acts, children }: CellsProps<T>) {
  const content = children(item, { current, selected });
  const menu = menuLabel !== null && <RowMenu label={menuLabel} actsOf={() => acts.current?.actsOn(item) ?? []} />;
  if (!inColumns) {
    return (
      <div role="gridcell" className={styles.cell}>
        {content}
        {menu}
      </div>
    );
  }
  return (
    <>
      {content}
      <div role="gridcell" className={styles.menuCell}>
        {menu}
      </div>
    </>
  );
}

// `memo` forgets the type parameter of what it is given.
const Cells = memo(DrawnCells) as typeof DrawnCells;

function DrawnRow<T>(props: GridRowProps<T>) {
  const { item, index, rowIndex, start, current, selected, open, selectable, inColumns, menuLabel, acts, children } = props;
  return (
    // Enter, Space and x do by key what the press does, through the registry of keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selectable ? selected : undefined}
      tabIndex={current ? 0 : -1}
      data-current={current || undefined}
      data-open={open || undefined}
      className={classNames(styles.row, inColumns && styles.inColumns, selected && styles.selected)}
      style={{ transform: `translateY(${start}px)` }}
      onClick={(event) => acts.current?.press(event, item, index)}
      onContextMenu={(event) => acts.current?.openMenu(event, item, index)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !current) acts.current?.focus(index);
      }}
    >
      <Cells item={item} current={current} selected={selected} inColumns={inColumns} menuLabel={menuLabel} acts={acts}>
        {children}
      </Cells>
    </div>
  );
}

// As for the cells.
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
