import { isPageItself } from './is-page-itself.ts';
import type { KeyBinding } from './key-presses.ts';
import type { ListProps } from './list-props.ts';
import { toggled } from './list-selection.ts';
import { useKeys } from './use-keys.ts';

const none: ReadonlySet<string> = new Set();

interface ListMoves {
  readonly list: { readonly current: HTMLElement | null };
  readonly current: number;
  readonly ids: readonly string[];
  readonly move: (index: number) => void;
  readonly extend: (by: 1 | -1) => void;
}

/** Binds the keys that walk, select and open, and the list's own. */
export function useListKeys<T>(props: ListProps<T>, { list, current, ids, move, extend }: ListMoves): void {
  const { items, idOf, onOpen, onPeek, onSelect, selected = none, rowKeys = [], main = true } = props;
  const item = items[current];
  const focusInside = () => list.current?.contains(document.activeElement) === true;
  const here = () => main || focusInside();
  // Arrows scroll a page and move in other parts; here they belong to the list only while nothing else has the focus.
  const arrowsHere = () => focusInside() || (main && isPageItself(document.activeElement));
  const bindings: KeyBinding[] = [
    { keys: 'j', label: 'Next', when: here, run: () => move(current + 1) },
    { keys: 'k', label: 'Previous', when: here, run: () => move(current - 1) },
    { keys: 'ArrowDown', label: 'Next', when: arrowsHere, run: () => move(current + 1) },
    { keys: 'ArrowUp', label: 'Previous', when: arrowsHere, run: () => move(current - 1) },
    { keys: 'Home', label: 'First', when: focusInside, run: () => move(0) },
    { keys: 'End', label: 'Last', when: focusInside, run: () => move(ids.length - 1) },
  ];
  if (onSelect !== undefined && item !== undefined) {
    bindings.push(
      { keys: 'x', label: 'Select', when: here, run: () => onSelect(toggled(selected, idOf(item))) },
      { keys: 'Shift+j', label: 'Extend the selection down', when: here, run: () => extend(1) },
      { keys: 'Shift+k', label: 'Extend the selection up', when: here, run: () => extend(-1) },
    );
    if (selected.size > 0) bindings.push({ keys: 'Escape', label: 'Clear the selection', when: here, run: () => onSelect(none) });
  }
  if (onOpen !== undefined && item !== undefined)
    bindings.push({ keys: 'Enter', label: 'Open', when: here, run: () => onOpen(item) });
  if (onPeek !== undefined && item !== undefined)
    bindings.push({ keys: 'Space', label: 'Peek', when: here, run: () => onPeek(item) });
  for (const key of rowKeys) {
    const chosen = selected.size > 0 ? items.filter((other) => selected.has(idOf(other))) : item === undefined ? [] : [item];
    bindings.push({ keys: key.keys, label: key.label, when: () => here() && chosen.length > 0, run: () => key.run(chosen) });
  }
  useKeys(props.keysName ?? 'List', bindings);
}
