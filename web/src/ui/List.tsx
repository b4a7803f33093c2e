// A list walked by keys: one row is current, `j`/`k` or arrows move, `x` selects, Enter opens, Space peeks.
// It stands in an element marked `data-scroll` (the frame's main part is) and draws only what is near the window.
import { useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { classNames } from './class-names.ts';
import { actsOf } from './command.ts';
import { useContextMenu } from './ContextMenu.tsx';
import { GridRow, type RowActs } from './GridRow.tsx';
import styles from './List.module.css';
import { isPageItself } from './is-page-itself.ts';
import { listEntries } from './list-entries.ts';
import type { ListProps } from './list-props.ts';
import { rowsBetween, toggled } from './list-selection.ts';
import { walkOn } from './next-list.ts';
import { useListCursor } from './use-list-cursor.ts';
import { chosenOf, useListCommands } from './use-list-commands.ts';
import { useListLayout } from './use-list-layout.ts';

const none: ReadonlySet<string> = new Set();

export function List<T, Context = unknown>(props: ListProps<T, Context>) {
  if (props.items.length === 0 && props.empty !== undefined) return props.empty;
  return <FilledList {...props} />;
}

function FilledList<T, Context>(props: ListProps<T, Context>) {
  const { label, items, idOf, sectionOf, openId, selected = none, onSelect, commands, compact, tallOnPhone } = props;
  const { menuLabelOf = () => 'Acts', head } = props;
  const menu = useContextMenu();
  const list = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const entries = useMemo(() => listEntries(items, idOf, sectionOf), [items, idOf, sectionOf]);
  const { index: current, moveTo } = useListCursor(ids, props.cursor, props.onCursor);
  const layout = useListLayout(list, entries);

  const move = (index: number) => {
    if (index < 0 && walkOn(list.current, -1)) return;
    if (index >= ids.length && walkOn(list.current, 1)) return;
    const active = document.activeElement;
    focusWanted.current = isPageItself(active) || list.current?.contains(active) === true;
    moveTo(index);
    layout.scrollTo(entries.placeOf(Math.max(0, Math.min(index, ids.length - 1))));
  };
  const extend = (by: 1 | -1) => {
    const next = Math.max(0, Math.min(current + by, ids.length - 1));
    onSelect?.(new Set([...selected, ...rowsBetween(ids, current, next)]));
    move(next);
  };
  useListCommands(props, { list, current, ids, move, extend });

  // The row to focus may only just have been drawn.
  useEffect(() => {
    const row = focusWanted.current ? list.current?.querySelector<HTMLElement>('[data-current]') : null;
    if (row === null || row === undefined) return;
    focusWanted.current = false;
    row.focus({ preventScroll: true });
  });

  const press = (event: MouseEvent, item: T, index: number) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, select') !== null) return;
    if (event.shiftKey && onSelect !== undefined) onSelect(new Set([...selected, ...rowsBetween(ids, current, index)]));
    else if ((event.metaKey || event.ctrlKey) && onSelect !== undefined) onSelect(toggled(selected, idOf(item)));
    else props.onOpen?.(item);
    moveTo(index);
  };

  const actsOn = (item: T) => {
    const chosen = chosenOf(items, idOf, selected.has(idOf(item)) ? selected : none, item);
    const context = commands?.contextOf(chosen) ?? null;
    return commands === undefined || context === null ? [] : actsOf(commands.set, context);
  };

  const acts = useRef<RowActs<T>>(null);
  useLayoutEffect(() => {
    acts.current = {
      press,
      focus: moveTo,
      actsOn,
      openMenu: (event, item, index) => {
        moveTo(index);
        menu.open(event, menuLabelOf(item), () => actsOn(item));
      },
    };
  });

  const grid = {
    role: 'grid',
    'aria-label': label,
    'aria-rowcount': entries.count + (head === undefined ? 0 : 1),
    'aria-multiselectable': onSelect === undefined ? undefined : true,
  };
  const firstRow = head === undefined ? 1 : 2;
  const rows = (
    <div
      ref={list}
      {...(head === undefined ? grid : { role: 'rowgroup' })}
      className={classNames(styles.list, compact && styles.compact, tallOnPhone && styles.tall)}
      style={{ height: layout.height }}
    >
      {layout.drawn.map((place) => {
        const entry = entries.at(place.index);
        if (entry === undefined) return null;
        if (entry.kind === 'heading') {
          return (
            <div
              key={entry.id}
              role="row"
              aria-rowindex={place.index + firstRow}
              className={styles.heading}
              style={{ transform: `translateY(${place.start}px)` }}
            >
              <span role="gridcell" className={styles.headingCell}>
                {entry.name}
                <span className={styles.count}>{entry.count}</span>
              </span>
            </div>
          );
        }
        return (
          <GridRow
            key={entry.id}
            item={entry.item}
            index={entry.index}
            rowIndex={place.index + firstRow}
            start={place.start}
            current={entry.index === current}
            selected={selected.has(entry.id)}
            open={entry.id === openId}
            selectable={onSelect !== undefined}
            inColumns={head !== undefined}
            menuLabel={commands === undefined ? null : menuLabelOf(entry.item)}
            acts={acts}
          >
            {props.children}
          </GridRow>
        );
      })}
      {menu.element}
    </div>
  );
  if (head === undefined) return rows;
  return (
    <div {...grid}>
      <div role="rowgroup" className={styles.head}>
        {head}
      </div>
      {rows}
    </div>
  );
}
