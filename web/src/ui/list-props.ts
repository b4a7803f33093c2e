import type { ReactNode } from 'react';
import type { CommandSet } from './command.ts';

export interface RowState {
  readonly current: boolean;
  readonly selected: boolean;
}

/** What can be done to rows: by key, in the menu of each row and on a right click. */
export interface RowCommands<T, Context> {
  readonly set: CommandSet<Context>;
  /** Gets the selected rows, or one when none is selected; never none. Null where nothing can be done to them. */
  readonly contextOf: (items: readonly T[]) => Context | null;
}

export interface ListProps<T, Context = unknown> {
  readonly label: string;
  /** Makes it a table: a row of column headers, and `children` that draw a gridcell for each column. */
  readonly head?: ReactNode;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What a row holds; see the parts in ListRow.tsx. The same function each time, unless it draws something else: all rows are drawn anew with it. */
  readonly children: (item: T, state: RowState) => ReactNode;
  /** A heading is drawn wherever its answer changes. */
  readonly sectionOf?: (item: T) => string;
  readonly onOpen?: (item: T) => void;
  /** Opens it on a page of its own. */
  readonly onOpenPage?: (item: T) => void;
  readonly onPeek?: (item: T) => void;
  /** The row whose item is open beside the list. */
  readonly openId?: string | null;
  /** Something is open beside the list: its keys act on that, unless the list has the focus. */
  readonly hasOpen?: boolean;
  /** With `onSelect`, rows can be selected. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (ids: ReadonlySet<string>) => void;
  /** The id of the current row, to keep it elsewhere (in the URL); left out, the list keeps it. */
  readonly cursor?: string | null;
  readonly onCursor?: (id: string) => void;
  readonly commands?: RowCommands<T, Context>;
  /** The name of a row's menu, such as "Acts on STORY-3". */
  readonly menuLabelOf?: (item: T) => string;
  /** False for a second list on a page: it is walked only while it has the focus. */
  readonly main?: boolean;
  readonly compact?: boolean;
  /** Two lines a row on a phone. */
  readonly tallOnPhone?: boolean;
  /** Stands in for the list when there are no items. */
  readonly empty?: ReactNode;
}
