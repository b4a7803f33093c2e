// Rows that are made of several tables and kept step by step: what changes in one of them remakes the rows it is part of,
// and no others, so that filtered and ordered lists of thousands of rows follow one change by moving one row.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import { newTable, show, skipLog } from './entity-table.ts';
import { asEntity, type EntityValue } from './entity-values.ts';
import { liveList, type LiveList, type ViewSpec } from './live-list.ts';
import type { Store, StoreReader } from './store.ts';

export interface RowSpec<Row extends EntityValue> {
  /** The kinds that rows are made of, each with the id of the row that one of its entities is part of, or of several. */
  readonly parts: { readonly [Name in EntityName]?: (value: EntityOf<Name>, read: StoreReader) => string | readonly string[] };
  /** Kinds that all rows are made of, few and seldom changed: any change of them remakes every row. */
  readonly whole: readonly EntityName[];
  /** The row of an id as the store is now; undefined where there is none. */
  readonly make: (read: StoreReader, id: string) => Row | undefined;
  /** Ids of rows that `make` knows from elsewhere. */
  readonly others?: () => Iterable<string>;
}

/**
 * What of the rows is asked for: a view of all, less of another view in the order of that, or all of another view in another order, for which
 * `arrange` does in one go what `order` says of two rows.
 */
export type RowView<Row> =
  | (ViewSpec<Row> & { readonly within?: never })
  | { readonly within: RowView<Row>; readonly where: (row: Row) => boolean; readonly order?: never }
  | {
      readonly within: RowView<Row>;
      readonly where?: never;
      readonly order: (a: Row, b: Row) => number;
      readonly arrange: (rows: readonly Row[]) => Row[];
    };

export class RowTable<Row extends EntityValue> {
  private readonly table = newTable('rows');
  private readonly at = new Map<EntityName, number>();
  private readonly lists = new WeakMap<object, LiveList<Row>>();
  private readonly listeners = new Set<() => void>();
  private readonly parts: readonly (readonly [
    EntityName,
    (value: EntityValue, read: StoreReader) => string | readonly string[],
  ])[];
  private readonly store: Store;
  private readonly spec: RowSpec<Row>;
  private clock = -1;

  constructor(store: Store, spec: RowSpec<Row>) {
    this.store = store;
    this.spec = spec;
    // Object.entries forgets which function takes which entity; the store hands out each under its own name.
    this.parts = Object.entries(spec.parts) as unknown as RowTable<Row>['parts'];
  }

  /** The rows that a view asks for; the same array until one of them changes. A list lives as long as its view. */
  list(view: RowView<Row>): readonly Row[] {
    this.catchUp();
    return this.liveListOf(view).entries();
  }

  private liveListOf(view: RowView<Row>): LiveList<Row> {
    const known = this.lists.get(view);
    if (known !== undefined) return known;
    const made =
      view.within === undefined
        ? liveList<Row>(this.table, view)
        : liveList<Row>(this.table, specOf(view), {
            list: this.liveListOf(view.within),
            ...(view.order !== undefined && { arrange: view.arrange }),
          });
    this.lists.set(view, made);
    return made;
  }

  /** One row; undefined where there is none. */
  get(id: string): Row | undefined {
    this.catchUp();
    // The table holds rows only.
    return this.table.shown.get(id) as Row | undefined;
  }

  /** Makes rows anew that changed for a reason outside of the store. */
  remake(ids: Iterable<string>): void {
    this.catchUp();
    for (const id of ids) show(this.table, id, this.spec.make(this.store, id));
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` whenever rows may have changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    const stop = this.store.subscribeAny(listener);
    return () => {
      this.listeners.delete(listener);
      stop();
    };
  };

  private catchUp(): void {
    if (this.clock === this.store.clock) return;
    this.clock = this.store.clock;
    const touched = new Set<string>();
    let isLost = false;
    for (const [name, rowOf] of this.parts) {
      const { steps, version } = this.store.progress(name, this.at.get(name) ?? -1);
      this.at.set(name, version);
      if (steps === null) isLost = true;
      for (const { before, after } of steps ?? []) {
        if (before !== undefined) addAll(touched, rowOf(before, this.store));
        if (after !== undefined) addAll(touched, rowOf(after, this.store));
      }
    }
    for (const name of this.spec.whole) {
      const { version } = this.store.progress(name, -1);
      if (this.at.get(name) !== version) isLost = true;
      this.at.set(name, version);
    }
    if (isLost) this.makeAll();
    else for (const id of touched) show(this.table, id, this.spec.make(this.store, id));
  }

  private makeAll(): void {
    const ids = new Set<string>(this.spec.others?.());
    for (const [name, rowOf] of this.parts)
      for (const value of this.store.all(name)) addAll(ids, rowOf(asEntity(value), this.store));
    this.table.shown.clear();
    for (const id of ids) {
      const row = this.spec.make(this.store, id);
      if (row !== undefined) this.table.shown.set(id, row);
    }
    skipLog(this.table);
  }
}

/** What a view shows of all rows, and in which order, whatever it is made from. */
function specOf<Row>(view: RowView<Row>): ViewSpec<Row> {
  if (view.within === undefined) return view;
  const wider = specOf(view.within);
  if (view.order !== undefined) return { ...wider, order: view.order };
  const { where: widerWhere = () => true } = wider;
  return { ...wider, where: (row) => widerWhere(row) && view.where(row) };
}

function addAll(ids: Set<string>, more: string | readonly string[]): void {
  if (typeof more === 'string') ids.add(more);
  else for (const id of more) ids.add(id);
}
