import type { CommandSet } from './command.ts';
import { isInList } from './is-in-list.ts';
import { isPageItself } from './is-page-itself.ts';
import { listCommands, type ListContext } from './list-commands.ts';
import type { ListProps, RowCommands } from './list-props.ts';
import { toggled } from './list-selection.ts';
import { useCommands } from './use-commands.ts';

const none: ReadonlySet<string> = new Set();
const noCommands: CommandSet<unknown> = { name: 'List', scope: 'thing', commands: [] };

export interface ListMoves {
  readonly list: { readonly current: HTMLElement | null };
  readonly current: number;
  readonly ids: readonly string[];
  readonly move: (index: number) => void;
  readonly extend: (by: 1 | -1) => void;
}

/** Offers what can be done in every list, and to the rows of this one. */
export function useListCommands<T, Context>(
  props: Omit<ListProps<T, Context>, 'children' | 'label'>,
  { list, current, ids, move, extend }: ListMoves,
): void {
  const { items, idOf, onOpen, onOpenPage, onPeek, onSelect, selected = none, commands, hasOpen = false, main = true } = props;
  const item = items[current];
  const focusInside = () => list.current?.contains(document.activeElement) === true;
  // The list that has the focus is meant, whichever of a page's lists is the main one.
  const isMeant = () => focusInside() || (main && !isInList());
  useCommands(listCommands, (): ListContext | null => {
    const hasFocus = focusInside();
    if (!isMeant()) return null;
    return {
      hasFocus,
      hasArrows: hasFocus || (main && isPageItself(document.activeElement)),
      move: (by) => move(current + by),
      toEnd: (end) => move(end === 'first' ? 0 : ids.length - 1),
      ...(item !== undefined && {
        ...(onOpen !== undefined && { open: () => onOpen(item) }),
        ...(onOpenPage !== undefined && { openPage: () => onOpenPage(item) }),
        ...(onPeek !== undefined && { peek: () => onPeek(item) }),
        ...(onSelect !== undefined && {
          select: {
            toggle: () => onSelect(toggled(selected, idOf(item))),
            extend,
            all: () => onSelect(new Set(ids)),
            clear: selected.size > 0 ? () => onSelect(none) : null,
          },
        }),
      }),
    };
  });
  const rows: RowCommands<T, Context> | RowCommands<T, unknown> = commands ?? { set: noCommands, contextOf: () => null };
  useRowCommands(rows, () => {
    return focusInside() || (isMeant() && !hasOpen) ? chosenOf(items, idOf, selected, item) : [];
  });
}

function useRowCommands<T, Context>({ set, contextOf }: RowCommands<T, Context>, chosen: () => readonly T[]): void {
  useCommands(set, () => {
    const items = chosen();
    return items.length === 0 ? null : contextOf(items);
  });
}

/** What an act on a row means: the selection where the row is in it or none is meant in particular, else the row alone. */
export function chosenOf<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  selected: ReadonlySet<string>,
  row: T | undefined,
): readonly T[] {
  if (selected.size > 0) return items.filter((other) => selected.has(idOf(other)));
  return row === undefined ? [] : [row];
}
