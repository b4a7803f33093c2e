// One kind of entity in the store: what is shown, what lies under a guess, and a short log from which views catch up.
import type { EntityValue } from './entity-values.ts';

/** One step of a table: what an id showed before and after. */
export interface TableStep {
  readonly id: string;
  readonly before: EntityValue | undefined;
  readonly after: EntityValue | undefined;
}

export interface EntityTable {
  readonly name: string;
  /** What the screens see. */
  readonly shown: Map<string, EntityValue>;
  /** What the feed says of ids that a guess covers; undefined: nothing. All other ids show what the feed says. */
  readonly under: Map<string, EntityValue | undefined>;
  /** Grows by one with each step. */
  version: number;
  /** The steps from `logFrom` to `version`. */
  log: TableStep[];
  logFrom: number;
  /** `shown` as a list, made when somebody asks. */
  listed: { readonly version: number; readonly values: readonly EntityValue[] } | null;
  readonly groups: Map<string, GroupIndex>;
}

/** The values of a table by the value of one field. */
export interface GroupIndex {
  at: number;
  readonly byKey: Map<unknown, readonly EntityValue[]>;
}

/** Views that are further behind than this are made anew, which costs about as much as catching up. */
const stepsKept = 512;

export function newTable(name: string): EntityTable {
  return {
    name,
    shown: new Map(),
    under: new Map(),
    version: 0,
    log: [],
    logFrom: 0,
    listed: null,
    groups: new Map(),
  };
}

/** Sets or removes what an id shows; answers whether that changed anything. */
export function show(table: EntityTable, id: string, after: EntityValue | undefined): boolean {
  const before = table.shown.get(id);
  if (before === after) return false;
  if (after === undefined) table.shown.delete(id);
  else table.shown.set(id, after);
  table.version += 1;
  table.log.push({ id, before, after });
  if (table.log.length > 2 * stepsKept) {
    table.log = table.log.slice(stepsKept);
    table.logFrom += stepsKept;
  }
  return true;
}

/** Says that many ids changed at once without logging each: all views are made anew. */
export function skipLog(table: EntityTable): void {
  table.version += 1;
  table.log = [];
  table.logFrom = table.version;
}

/** What happened after version `at`, or null when that is not known any more. */
export function stepsAfter(table: EntityTable, at: number): readonly TableStep[] | null {
  return at < table.logFrom ? null : table.log.slice(at - table.logFrom);
}

/** What the feed says of an id, whatever a guess shows. */
export function baseOf(table: EntityTable, id: string): EntityValue | undefined {
  return table.under.has(id) ? table.under.get(id) : table.shown.get(id);
}

/** What the feed says of all ids, whatever guesses show. */
export function baseValues(table: EntityTable): readonly EntityValue[] {
  if (table.under.size === 0) return listed(table);
  const outside = listed(table).filter((value) => !table.under.has(value.id));
  return [...outside, ...[...table.under.values()].filter((value) => value !== undefined)];
}

/** All shown values; the same array until something changes. */
export function listed(table: EntityTable): readonly EntityValue[] {
  if (table.listed?.version !== table.version) table.listed = { version: table.version, values: [...table.shown.values()] };
  return table.listed.values;
}

const none: readonly EntityValue[] = [];

/** The shown values whose `field` is `key`, by id; the same array until one of them changes. */
export function grouped(table: EntityTable, field: string, key: unknown): readonly EntityValue[] {
  const index = table.groups.get(field) ?? { at: -1, byKey: new Map<unknown, readonly EntityValue[]>() };
  table.groups.set(field, index);
  const steps = index.at === -1 ? null : stepsAfter(table, index.at);
  if (steps === null) fill(index, table, field);
  else for (const step of steps) regroup(index, step, field);
  index.at = table.version;
  return index.byKey.get(key) ?? none;
}

function fill(index: GroupIndex, table: EntityTable, field: string): void {
  const groups = new Map<unknown, EntityValue[]>();
  for (const value of table.shown.values()) {
    const key = fieldOf(value, field);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  index.byKey.clear();
  for (const [key, group] of groups) index.byKey.set(key, group.sort(byId));
}

function regroup(index: GroupIndex, step: TableStep, field: string): void {
  const { before, after } = step;
  if (before !== undefined) {
    const key = fieldOf(before, field);
    const left = (index.byKey.get(key) ?? none).filter((value) => value.id !== step.id);
    if (left.length === 0) index.byKey.delete(key);
    else index.byKey.set(key, left);
  }
  if (after !== undefined) {
    const key = fieldOf(after, field);
    index.byKey.set(key, [...(index.byKey.get(key) ?? none), after].sort(byId));
  }
}

function fieldOf(value: EntityValue, field: string): unknown {
  // The callers' types hold that the field is one of the entity's.
  return (value as unknown as Readonly<Record<string, unknown>>)[field];
}

function byId(a: EntityValue, b: EntityValue): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
