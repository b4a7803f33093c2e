// A filtered, ordered list of one kind of entity that catches up with its table step by step.
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import { stepsAfter, type EntityTable, type TableStep } from './entity-table.ts';
import { sameEntries, type EntityValue } from './entity-values.ts';

/**
 * What a list shows. Make one outside of components, or keep it with `useMemo`: a list lives as long as its spec. Both
 * functions look at the value alone, so that one change moves one entry.
 */
export interface ListSpec<Name extends EntityName> {
  readonly entity: Name;
  /** Absent: all. */
  readonly where?: (value: EntityOf<Name>) => boolean;
  /** Absent, or where it says 0: by id, which is the order of making. */
  readonly order?: (a: EntityOf<Name>, b: EntityOf<Name>) => number;
}

/** As `ListSpec`, for the values of any table. */
export interface ViewSpec<Value> {
  readonly where?: (value: Value) => boolean;
  readonly order?: (a: Value, b: Value) => number;
}

/** A list that others are made from, and how: `arrange` brings its entries into the order that the new list's `order` says; absent: they are in it. */
export interface WiderList<Value> {
  readonly list: LiveList<Value>;
  readonly arrange?: ((entries: Value[]) => Value[]) | undefined;
}

export interface LiveList<Value> {
  /** The entries, at the table's present version; the same array until an entry changes. */
  readonly entries: () => readonly Value[];
}

/** `Value` is what the table holds. `wider`: a list with all of `spec` and perhaps more, so that nothing is compared when it is made. */
export function liveList<Value extends EntityValue>(
  table: EntityTable,
  spec: ViewSpec<Value>,
  wider?: WiderList<Value>,
): LiveList<Value> {
  let at = -1;
  let entries: readonly Value[] = [];
  const includes = spec.where ?? (() => true);
  const order = (a: Value, b: Value) => spec.order?.(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

  function madeAnew(): readonly Value[] {
    if (wider !== undefined) {
      const kept = wider.list.entries().filter(includes);
      return wider.arrange?.(kept) ?? kept;
    }
    const found: Value[] = [];
    for (const shown of table.shown.values()) {
      // The caller says what the table holds.
      const value = shown as Value;
      if (includes(value)) found.push(value);
    }
    return found.sort(order);
  }

  function stepped(steps: readonly TableStep[]): readonly Value[] {
    let next: Value[] | null = null;
    for (const { before, after } of steps) {
      // As above.
      const old = before as Value | undefined;
      const now = after as Value | undefined;
      if (old !== undefined && includes(old)) {
        next ??= entries.slice();
        takeOut(next, old, order);
      }
      if (now !== undefined && includes(now)) {
        next ??= entries.slice();
        next.splice(placeOf(next, now, order), 0, now);
      }
    }
    return next ?? entries;
  }

  return {
    entries: () => {
      if (at === table.version) return entries;
      const steps = at === -1 ? null : stepsAfter(table, at);
      const next = steps === null ? madeAnew() : stepped(steps);
      if (!sameEntries(entries, next)) entries = next;
      at = table.version;
      return entries;
    },
  };
}

/** Also finds what an order that does not tell two entries apart has put elsewhere. */
function takeOut<Value extends { readonly id: string }>(
  entries: Value[],
  value: Value,
  order: (a: Value, b: Value) => number,
): void {
  const expected = placeOf(entries, value, order);
  const place = entries[expected]?.id === value.id ? expected : entries.findIndex((entry) => entry.id === value.id);
  if (place !== -1) entries.splice(place, 1);
}

/** The first place whose entry is not below `value`, by halving. */
function placeOf<Value>(entries: readonly Value[], value: Value, order: (a: Value, b: Value) => number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && order(entry, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
