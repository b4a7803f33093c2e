// The backlog of a team as a board: a column for each step, walked by keys, cards dragged, or moved by key and menu.
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useOpenItem } from '../app/use-open-item.ts';
import type { ItemActs } from '../backlog/use-item-acts.ts';
import { useMarks } from '../backlog/use-marks.ts';
import { SelectionBar } from '../list/SelectionBar.tsx';
import type { Listing } from '../list/use-listing.ts';
import type { PlaceMemory } from '../list/use-place-memory.ts';
import { worksIn, type Row } from '../list/work-rows.ts';
import { useBy } from '../sync/use-store.ts';
import { itemCommands } from '../story/item-commands.ts';
import { moveTo } from '../story/item-questions.ts';
import { classNames } from '../ui/class-names.ts';
import { actsOf } from '../ui/command.ts';
import { useContextMenu } from '../ui/ContextMenu.tsx';
import { isPageItself } from '../ui/is-page-itself.ts';
import { toggled } from '../ui/list-selection.ts';
import { perform } from '../ui/questions.ts';
import { useCommands } from '../ui/use-commands.ts';
import { boardCommands, boardMoveCommands } from './board-commands.ts';
import { boardSteps, cardTowards, columnsOf, positionBeside } from './board-columns.ts';
import styles from './Board.module.css';
import { BoardLane } from './BoardLane.tsx';
import { useBoardDrag, type Landing } from './use-board-drag.ts';

export interface BoardProps {
  readonly listing: Listing;
  readonly acts: ItemActs;
  readonly memory: PlaceMemory;
  /** Swimlanes: one for each owner. */
  readonly byOwner: boolean;
}

export function Board({ listing, acts, memory, byOwner }: BoardProps) {
  const { team } = acts;
  const { rows } = listing;
  const { cursor, onCursor, selected, onSelect } = memory;
  const { handle, open, openPage, peek, close } = useOpenItem();
  const marks = useMarks(team.id);
  // All of the team: a place is counted among what is filtered out too.
  const placements = useBy('placement', 'teamId', team.id);
  const menu = useContextMenu();
  const board = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const lanes = useMemo(() => lanesOf(rows, byOwner), [rows, byOwner]);
  const laneColumns = useMemo(() => lanes.map((lane) => ({ ...lane, columns: columnsOf(team, lane.rows) })), [lanes, team]);
  const current = rows.find(({ id }) => id === cursor) ?? null;
  const chosen = rows.filter(({ id }) => selected.has(id));
  const meant = chosen.length > 0 ? chosen : current === null ? [] : [current];

  const landing = useBoardDrag(board, laneColumns, (id, { stepId, beside }: Landing) => {
    const moved = worksIn(rows.filter((row) => row.id === id));
    const position = beside === null ? null : positionBeside(placements, id, beside.id, beside.where);
    if (acts.mayMove) perform({ run: () => moveTo(acts, moved, stepId, position ?? undefined) });
  });

  const steps = boardSteps(team);
  /** Moves the meant cards a column on, where all of them stand in one. */
  const moveBy = (by: -1 | 1): (() => void) | undefined => {
    const works = worksIn(meant);
    const at = steps.findIndex(({ id }) => works.length > 0 && works.every(({ placement }) => placement.stepId === id));
    const to = at === -1 ? undefined : steps[at + by];
    const isOpen = works.every(({ placement }) => placement.doneAt === null);
    if (!acts.mayMove || !isOpen || to === undefined) return undefined;
    return () => {
      focusWanted.current = true;
      perform({ run: () => moveTo(acts, works, to.id) });
    };
  };
  const hasFocus = () => board.current?.contains(document.activeElement) === true;
  const isMeant = () => hasFocus() || handle === null;
  useCommands(boardCommands, () => {
    return {
      hasArrows: hasFocus() || isPageItself(document.activeElement),
      walk: (way) => {
        const columns = laneColumns.find(({ rows: own }) => own.some(({ id }) => id === cursor))?.columns;
        const next = cardTowards(columns ?? laneColumns[0]?.columns ?? [], cursor, way);
        focusWanted.current = true;
        if (next !== null) onCursor(next);
      },
      ...(current !== null && {
        open: () => open(current.handle),
        openPage: () => openPage(current.handle),
        peek: () => (current.handle === handle ? close() : peek(current.handle)),
        select: {
          toggle: () => onSelect(toggled(selected, current.id)),
          all: () => onSelect(new Set(rows.map(({ id }) => id))),
          clear: selected.size > 0 ? () => onSelect(new Set()) : null,
        },
      }),
    };
  });
  useCommands(boardMoveCommands, () => {
    const [moveLeft, moveRight] = [moveBy(-1), moveBy(1)];
    if (!isMeant()) return null;
    return { ...(moveLeft !== undefined && { moveLeft }), ...(moveRight !== undefined && { moveRight }) };
  });
  useCommands(itemCommands, () => (meant.length === 0 || !isMeant() ? null : { acts, works: worksIn(meant) }));
  // The card to focus may only just have come to where it is.
  useEffect(() => {
    if (!focusWanted.current) return;
    const card = board.current?.querySelector<HTMLElement>('[data-current]');
    if (card === null || card === undefined) return;
    focusWanted.current = false;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const actsOn = (row: Row) => {
    const works = worksIn(selected.has(row.id) ? chosen : [row]);
    return works.length === 0 ? [] : actsOf(itemCommands, { acts, works });
  };
  const press = (event: MouseEvent, row: Row) => {
    if (event.target instanceof Element && event.target.closest('a, button') !== null) return;
    onCursor(row.id);
    if (event.metaKey || event.ctrlKey || event.shiftKey) onSelect(toggled(selected, row.id));
    else open(row.handle);
  };

  return (
    <>
      <div ref={board} role="group" aria-label={`Board of ${team.name}`} className={classNames(styles.board)} data-list>
        {laneColumns.map(({ id, name, columns }) => (
          <BoardLane
            key={id}
            name={name}
            columns={columns}
            totals={columnsOf(team, rows)}
            marks={marks}
            currentId={current?.id ?? rows[0]?.id ?? null}
            openHandle={handle}
            selected={selected}
            landing={landing}
            actsOn={actsOn}
            onPress={press}
            onFocus={onCursor}
            onMenu={(event, row) => {
              onCursor(row.id);
              menu.open(event, `Acts on ${row.handle}`, () => actsOn(row));
            }}
          />
        ))}
        {menu.element}
      </div>
      <SelectionBar
        count={chosen.length}
        total={rows.length}
        acts={chosen.length === 0 ? [] : actsOf(itemCommands, { acts, works: worksIn(chosen) })}
        onAll={() => onSelect(new Set(rows.map(({ id }) => id)))}
        onClear={() => onSelect(new Set())}
      />
    </>
  );
}

interface Lane {
  readonly id: string;
  /** Empty: the only one. */
  readonly name: string;
  readonly rows: readonly Row[];
}

function lanesOf(rows: readonly Row[], byOwner: boolean): readonly Lane[] {
  if (!byOwner) return [{ id: 'all', name: '', rows }];
  const grouped = Map.groupBy(rows, ({ ownerId }) => ownerId ?? '');
  return [...grouped]
    .map(([id, own]) => ({ id: `owner ${id}`, name: own[0]?.ownerName || 'Nobody', rows: own }))
    .toSorted((a, b) => Number(a.id === 'owner ') - Number(b.id === 'owner ') || a.name.localeCompare(b.name));
}
