import { useState } from 'react';

export interface ListCursor {
  /** The place of the current row, or -1 in an empty list. */
  readonly index: number;
  readonly moveTo: (index: number) => void;
}

/**
 * The current row of a list. It follows its item when others come or go; when the item itself goes, the row that takes its
 * place becomes current. `cursor` gives the id from outside; left out, the list keeps it.
 */
export function useListCursor(
  ids: readonly string[],
  cursor: string | null | undefined,
  onCursor: ((id: string) => void) | undefined,
): ListCursor {
  const [kept, setKept] = useState<string | null>(null);
  const [lastIndex, setLastIndex] = useState(0);
  const wanted = cursor === undefined ? kept : cursor;
  const found = wanted === null ? -1 : ids.indexOf(wanted);
  const index = found === -1 ? Math.min(lastIndex, ids.length - 1) : found;
  if (found !== -1 && found !== lastIndex) setLastIndex(found);
  return {
    index,
    moveTo(next) {
      const id = ids[Math.max(0, Math.min(next, ids.length - 1))];
      if (id === undefined) return;
      setKept(id);
      onCursor?.(id);
    },
  };
}
