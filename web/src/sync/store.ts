// The workspace's live entities in memory: filled by a snapshot, kept by the feed, with the guesses laid over them.
// Only the snapshot and the feed write what it holds (docs/feed-spec.md); it never asks the server for anything.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { EntityName, EntityOf } from '@shortlist/domain/entities.ts';
import { Arrival } from './arrival.ts';
import {
  baseOf,
  baseValues,
  grouped,
  listed,
  newTable,
  show,
  skipLog,
  stepsAfter,
  type EntityTable,
  type TableStep,
} from './entity-table.ts';
import { asEntity, fetchedWhenOpened, rowValue, sameValue, type EntityValue } from './entity-values.ts';
import { GuessLayer, type Guess } from './guess-layer.ts';
import { liveList, type ListSpec, type LiveList } from './live-list.ts';
import { StoreListeners } from './store-listeners.ts';
import type { StoreReader } from './store-reader.ts';

export type { StoreReader } from './store-reader.ts';

/** `reset`: everything may have changed. */
export type FeedNews = readonly FeedChange[] | 'reset';

export class Store implements StoreReader {
  /** The number of the last change it holds; 0 before the first snapshot. */
  seq = 0;
  /** What the server called the shape of its entities when the store was filled; empty before. */
  schema = '';
  /** Grows whenever anything that is shown changes. */
  clock = 0;
  private readonly tables = new Map<string, EntityTable>();
  private readonly lists = new WeakMap<object, LiveList<EntityValue>>();
  /** Of what was fetched when opened: the number as of which its value is known. */
  private readonly opened = new Map<string, number>();
  /** The snapshot that is being read; null outside of one. */
  private arriving: Arrival | null = null;
  private readonly listeners = new StoreListeners();
  private readonly feedListeners = new Set<(news: FeedNews) => void>();
  /** Above 0, what changed is told at the end of it all. */
  private together = 0;
  private readonly guesses = new GuessLayer(
    (name) => this.table(name),
    (table, id, after) => this.showOne(table, id, after),
  );

  readonly get: StoreReader['get'] = <Name extends EntityName>(name: Name, id: string | null | undefined) => {
    if (id == null) return undefined;
    const value = this.table(name).shown.get(id);
    return value === undefined ? undefined : asEntity<Name>(value);
  };

  readonly all: StoreReader['all'] = <Name extends EntityName>(name: Name) =>
    // As in `asEntity`.
    listed(this.table(name)) as readonly EntityOf<Name>[];

  readonly by: StoreReader['by'] = <Name extends EntityName>(name: Name, field: string, key: unknown) =>
    grouped(this.table(name), field, key) as readonly EntityOf<Name>[];

  readonly list: StoreReader['list'] = <Name extends EntityName>(spec: ListSpec<Name>) => {
    // A spec is known to its own list only.
    const known = this.lists.get(spec) as LiveList<EntityOf<Name>> | undefined;
    const list = known ?? liveList<EntityOf<Name>>(this.table(spec.entity), spec);
    this.lists.set(spec, list);
    return list.entries();
  };

  /** Does all of `work` before anybody hears of any of it. */
  batch(work: () => void): void {
    this.together += 1;
    try {
      work();
    } finally {
      this.together -= 1;
      this.tell();
    }
  }

  /** What the feed said, without guesses, as of `seq`: the values of each kind that a snapshot would hold. */
  base(): readonly { readonly entity: string; readonly values: readonly EntityValue[] }[] {
    return [...this.tables.values()]
      .filter((table) => !fetchedWhenOpened.has(table.name))
      .map((table) => ({ entity: table.name, values: baseValues(table) }));
  }

  /** How far a table is, and what became of it since it was at `at`; null when that is not known any more. */
  progress(name: EntityName, at: number): { readonly version: number; readonly steps: readonly TableStep[] | null } {
    const table = this.table(name);
    return { version: table.version, steps: at === table.version ? [] : stepsAfter(table, at) };
  }

  /** Begins to take in a snapshot; what it does not name is gone at its end. */
  beginSnapshot(): void {
    this.arriving = new Arrival();
  }

  /** Takes in one line of a snapshot: rows of values in the order of `fields`. */
  putRows(name: string, fields: readonly string[], rows: readonly (readonly unknown[])[]): void {
    const table = this.table(name);
    const values = rows.map((row) => rowValue(fields, row));
    if (this.arriving?.fills(table) === true) {
      for (const value of values) {
        table.shown.set(value.id, value);
        this.listeners.note(table, value.id);
      }
      skipLog(table);
    } else {
      const named = this.arriving?.namedIn(table);
      for (const value of values) {
        named?.add(value.id);
        this.putBase(table, value.id, value);
      }
    }
    this.tell();
  }

  /** The snapshot was whole: forgets what it did not name and counts on from its `seq`. */
  endSnapshot(seq: number, schema = ''): void {
    const arrived = this.arriving ?? new Arrival();
    for (const table of this.tables.values()) {
      for (const id of arrived.leftOut(table)) if (baseOf(table, id) !== undefined) this.putBase(table, id, undefined);
    }
    this.arriving = null;
    this.opened.clear();
    this.seq = seq;
    this.schema = schema;
    this.guesses.relay();
    this.guesses.settle(seq);
    this.tell();
    for (const listener of this.feedListeners) listener('reset');
  }

  /**
   * Takes in changes of the feed, oldest first. Those it holds already are harmless. Answers false, and stops, where a
   * number is missing: the reader has to ask again from `seq`.
   */
  applyChanges(changes: readonly FeedChange[]): boolean {
    const applied: FeedChange[] = [];
    let gap = false;
    let underGuess = false;
    for (const change of changes) {
      if (change.seq <= this.seq) continue;
      gap = change.seq !== this.seq + 1;
      if (gap) break;
      this.seq = change.seq;
      applied.push(change);
      this.guesses.noteOwn(change);
      const table = this.table(change.entity);
      if (fetchedWhenOpened.has(change.entity)) {
        // What one's own guess has made is looked at here, so it counts as opened (8.4).
        if (!this.opened.has(change.id) && !table.under.has(change.id)) continue;
        this.opened.set(change.id, change.seq);
      }
      underGuess ||= table.under.has(change.id);
      // A value of the feed has the fields of its entity; those without an id are kept under the change's.
      this.putBase(table, change.id, change.value === null ? undefined : (change.value as EntityValue));
    }
    if (underGuess) this.guesses.relay();
    this.guesses.settle(this.seq);
    this.tell();
    if (applied.length > 0) for (const listener of this.feedListeners) listener(applied);
    return !gap;
  }

  /**
   * Takes in one entity that is fetched when opened (null: there is none yet); `seq` is that of the answer, which was
   * read no earlier. From then on the feed keeps it. An answer older than what is known is left out.
   */
  putOpened<Name extends EntityName>(name: Name, id: string, value: EntityOf<Name> | null, seq: number): void {
    if (seq < (this.opened.get(id) ?? 0)) return;
    this.opened.set(id, seq);
    const table = this.table(name);
    this.putBase(table, id, value ?? undefined);
    if (table.under.has(id)) this.guesses.relay();
    this.tell();
  }

  /** The number as of which the shown value of an entity was read: what `If-Match` and `baseSeq` want. */
  seqOf(id: string): number {
    return this.opened.get(id) ?? this.seq;
  }

  /** Lays a guess over the store. */
  lay(guess: Guess): void {
    this.guesses.lay(guess);
    this.tell();
  }

  /** The command of a guess was answered with `seq`. */
  acknowledge(commandId: string, seq: number): void {
    this.guesses.acknowledge(commandId, seq);
    this.guesses.settle(this.seq);
    this.tell();
  }

  /** The command of a guess was refused. */
  withdraw(commandId: string): void {
    this.guesses.withdraw(commandId);
    this.tell();
  }

  /** Forgets everything, as on signing out. */
  clear(): void {
    this.guesses.clear();
    for (const table of this.tables.values()) {
      for (const id of table.shown.keys()) this.showOne(table, id, undefined);
    }
    this.arriving = null;
    this.opened.clear();
    this.seq = 0;
    this.schema = '';
    this.tell();
    for (const listener of this.feedListeners) listener('reset');
  }

  /** How many commands' guesses lie over the store. */
  get guessCount(): number {
    return this.guesses.size;
  }

  /** Calls `listener` after any change of what is shown of that kind; answers how to stop. */
  subscribe(name: EntityName, listener: () => void): () => void {
    return this.listeners.subscribe(name, listener);
  }

  /** Calls `listener` after a change of that entity. */
  subscribeTo(name: EntityName, id: string, listener: () => void): () => void {
    return this.listeners.subscribeTo(name, id, listener);
  }

  /** Calls `listener` once after whatever changed together. */
  subscribeAny(listener: () => void): () => void {
    return this.listeners.subscribeAny(listener);
  }

  /** Calls `listener` with what the feed brought, after it is shown. */
  onFeed(listener: (news: FeedNews) => void): () => void {
    this.feedListeners.add(listener);
    return () => this.feedListeners.delete(listener);
  }

  private table(name: string): EntityTable {
    const known = this.tables.get(name);
    if (known !== undefined) return known;
    const made = newTable(name);
    this.tables.set(name, made);
    return made;
  }

  /** Sets what the feed says; an equal value leaves the object that is there, so that nobody draws it again. */
  private putBase(table: EntityTable, id: string, value: EntityValue | undefined): void {
    this.arriving?.namedIn(table);
    const before = baseOf(table, id);
    if (before !== undefined && value !== undefined && sameValue(before, value)) return;
    if (table.under.has(id)) table.under.set(id, value);
    else this.showOne(table, id, value);
  }

  private showOne(table: EntityTable, id: string, after: EntityValue | undefined): void {
    if (show(table, id, after)) this.listeners.note(table, id);
  }

  private tell(): void {
    if (this.together > 0 || !this.listeners.hasNews) return;
    this.clock += 1;
    this.listeners.tell();
  }
}
