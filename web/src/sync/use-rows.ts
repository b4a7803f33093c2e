// Reading rows that are made of several kinds of entities, filtered and ordered.
import { useSyncExternalStore } from 'react';
import { appSync } from './app-sync.ts';
import type { EntityValue } from './entity-values.ts';
import { RowTable, type RowSpec, type RowView } from './row-table.ts';

export type { RowSpec, RowTable, RowView } from './row-table.ts';

/** The rows of the page's store. Make it once, outside of components. */
export function rowsOf<Row extends EntityValue>(spec: RowSpec<Row>): RowTable<Row> {
  return new RowTable(appSync.store, spec);
}

/** A filtered, ordered list of rows. The view is made outside of the component, or kept by `useMemo`. */
export function useRows<Row extends EntityValue>(table: RowTable<Row>, view: RowView<Row>): readonly Row[] {
  return useSyncExternalStore(table.subscribe, () => table.list(view));
}
