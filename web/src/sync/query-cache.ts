// Answers that only the server can compute. What was seen once is shown at once the next time, and asked for again when
// the feed brings something that bears on it.
import type { FeedChange } from '@shortlist/domain/change/change-operations.ts';
import type { EntityName } from '@shortlist/domain/entities.ts';
import type { InputOf, OutputOf, QueryName } from '@shortlist/domain/operations.ts';
import { callOperation, mayRetry, type Refused } from './call-operation.ts';
import type { FeedNews, Store } from './store.ts';
import { backOff, type Transport } from './transport.ts';

/** When an answer is asked for again: after changes of these kinds, or those that the function picks. */
export type RefreshOn = readonly EntityName[] | ((change: FeedChange) => boolean);

export interface QueryView<Name extends QueryName> {
  /** The last answer, also while a newer one is asked for; undefined before the first. */
  readonly value: OutputOf<Name> | undefined;
  /** A number of the feed that the answer is not older than; 0 before the first. */
  readonly seq: number;
  /** Why the last try brought nothing; null when it did. */
  readonly refusal: Refused | null;
  /** An answer is on its way, or is asked for as soon as somebody looks. Show a skeleton only when there is no value either. */
  readonly isFetching: boolean;
}

/** Changes within this time of each other are answered by one question. */
const gatherMs = 50;
/** Answers depend on the day too, so that an older one is asked for again when it is looked at. */
const freshMs = 60_000;
const entriesKept = 200;

export class QueryEntry<Name extends QueryName> {
  private view: QueryView<Name> = { value: undefined, seq: 0, refusal: null, isFetching: true };
  private readonly listeners = new Set<() => void>();
  private readonly transport: Transport;
  private readonly name: Name;
  private readonly input: InputOf<Name>;
  private refreshOn: RefreshOn = [];
  private askedAt = -Infinity;
  private isAsking = false;
  private dirty = true;
  private tries = 0;
  private stopTimer: (() => void) | null = null;

  constructor(transport: Transport, name: Name, input: InputOf<Name>) {
    this.transport = transport;
    this.name = name;
    this.input = input;
  }

  current = (): QueryView<Name> => this.view;

  get isWatched(): boolean {
    return this.listeners.size > 0;
  }

  /** The first one who listens makes the server be asked, unless the answer is still good. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    // What is opened is seen before its questions are sent, of which there may be many.
    if (this.listeners.size === 1) this.transport.afterPaint(this.askIfOld);
    return () => this.listeners.delete(listener);
  };

  private askIfOld = (): void => {
    if (this.isWatched && (this.dirty || this.transport.now() - this.askedAt > freshMs)) void this.fetch();
  };

  setRefreshOn(refreshOn: RefreshOn): void {
    this.refreshOn = refreshOn;
  }

  /** Asks again now. */
  refetch = (): void => {
    void this.fetch();
  };

  /** Something came that bears on it, outside of the feed. */
  refresh(): void {
    this.dirty = true;
    if (this.isWatched && !this.isAsking) this.stopTimer ??= this.transport.after(gatherMs, this.refetch);
  }

  /** The server is there again. */
  retryNow(): void {
    if (this.isWatched && this.view.refusal?.code === 'offline') void this.fetch();
  }

  hear(news: FeedNews): void {
    if (news !== 'reset' && !news.some((change) => bearsOn(this.refreshOn, change))) return;
    this.refresh();
  }

  private async fetch(): Promise<void> {
    this.stopTimer?.();
    this.stopTimer = null;
    this.dirty = true;
    if (this.isAsking) return;
    this.isAsking = true;
    this.dirty = false;
    this.askedAt = this.transport.now();
    if (!this.view.isFetching) this.show({ ...this.view, isFetching: true });
    const called = await callOperation(this.transport, this.name, this.input);
    this.isAsking = false;
    if ('refused' in called) this.show({ ...this.view, refusal: unreadWords(called), isFetching: false });
    else this.show({ value: called.value, seq: called.seq, refusal: null, isFetching: false });
    if (mayRetry(called)) {
      this.again(backOff(this.tries, this.transport.random));
      this.tries += 1;
      return;
    }
    this.tries = 0;
    // Something came in while the answer was on its way.
    if (this.dirty) this.again(gatherMs);
  }

  private again(ms: number): void {
    this.dirty = true;
    if (this.isWatched) this.stopTimer ??= this.transport.after(ms, this.refetch);
  }

  private show(view: QueryView<Name>): void {
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

export class QueryCache {
  private readonly entries = new Map<string, QueryEntry<QueryName>>();
  private readonly transport: Transport;

  constructor(store: Store, transport: Transport) {
    this.transport = transport;
    store.onFeed((news) => {
      for (const entry of this.entries.values()) entry.hear(news);
    });
  }

  /** The one entry of a question; asking for it sends nothing. */
  entry<Name extends QueryName>(name: Name, input: InputOf<Name>): QueryEntry<Name> {
    const key = `${name} ${JSON.stringify(input)}`;
    // The key begins with the name, so that an entry found under it has its types.
    const known = this.entries.get(key) as unknown as QueryEntry<Name> | undefined;
    if (known !== undefined) return known;
    this.makeRoom();
    const made = new QueryEntry(this.transport, name, input);
    this.entries.set(key, made as unknown as QueryEntry<QueryName>);
    return made;
  }

  /** All answers of these questions are old now. */
  refresh(...names: readonly QueryName[]): void {
    for (const [key, entry] of this.entries) if (names.some((name) => key.startsWith(`${name} `))) entry.refresh();
  }

  /** Asks again what the server could not be asked. */
  retryNow(): void {
    for (const entry of this.entries.values()) entry.retryNow();
  }

  /** Forgets every answer, as on signing out. */
  clear(): void {
    this.entries.clear();
  }

  private makeRoom(): void {
    if (this.entries.size < entriesKept) return;
    for (const [key, entry] of this.entries) if (!entry.isWatched) this.entries.delete(key);
  }
}

/** A question that did not arrive has done nothing that would have to be looked at again. */
function unreadWords(refused: Refused): Refused {
  if (refused.code !== 'offline') return refused;
  return {
    ...refused,
    message: 'The server cannot be reached, so this cannot be shown yet. It comes when the connection is back.',
  };
}

function bearsOn(refreshOn: RefreshOn, change: FeedChange): boolean {
  return typeof refreshOn === 'function' ? refreshOn(change) : refreshOn.some((name) => name === change.entity);
}
