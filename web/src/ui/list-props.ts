import type { ReactNode } from 'react';

export interface RowState {
  readonly current: boolean;
  readonly selected: boolean;
}

export interface RowKey<T> {
  readonly keys: string;
  readonly label: string;
  /** Gets the selected items, or the current one when none is selected; never an empty array. */
  readonly run: (items: readonly T[]) => void;
}

export interface ListProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What a row holds; see the parts in ListRow.tsx. */
  readonly children: (item: T, state: RowState) => ReactNode;
  /** A heading is drawn wherever its answer changes. */
  readonly sectionOf?: (item: T) => string;
  readonly onOpen?: (item: T) => void;
  readonly onPeek?: (item: T) => void;
  /** The row whose item is open beside the list. */
  readonly openId?: string | null;
  /** With `onSelect`, rows can be selected. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** The id of the current row, to keep it elsewhere (in the URL); left out, the list keeps it. */
  readonly cursor?: string | null;
  readonly onCursor?: (id: string) => void;
  /** More keys that act on the selected or the current row. */
  readonly rowKeys?: readonly RowKey<T>[];
  /** The heading of these keys in the sheet of all keys. */
  readonly keysName?: string;
  /** False for a second list on a page: it is walked only while it has the focus. */
  readonly main?: boolean;
  readonly compact?: boolean;
  /** Two lines a row on a phone. */
  readonly tallOnPhone?: boolean;
  /** Stands in for the list when there are no items. */
  readonly empty?: ReactNode;
}
