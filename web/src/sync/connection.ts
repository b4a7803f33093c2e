// Keeps the store level with the server: a snapshot, then the feed, again and again, whatever the network does.
import { messageIn, type ConnectionHearers, type FeedMessage } from './feed-message.ts';
import { fillFrom, readKept, type Kept } from './kept-store.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Store } from './store.ts';
import { backOff, type Socket, type Transport } from './transport.ts';

/**
 * `loading`: there is nothing whole to show yet. `catching_up`: what was kept on the disk is shown, and the server is
 * being asked what came after. `offline`: what is shown may be old; trying again.
 */
export type ConnectionState = 'loading' | 'catching_up' | 'live' | 'offline';

export interface ConnectionView {
  readonly state: ConnectionState;
  /** The server is of another version than the page was loaded from: the page should be loaded again. */
  readonly reloadNeeded: boolean;
}

/** The server pings every 20 s; two missed ones and a little. */
const silenceMs = 45_000;
/** A page that is looked at again trusts its socket if it said something within this time: one ping and a little. */
const wakefulMs = 25_000;

export class Connection {
  private view: ConnectionView = { state: 'loading', reloadNeeded: false };
  private readonly listeners = new Set<() => void>();
  private readonly store: Store;
  private readonly transport: Transport;
  private readonly mayGoOn: () => Promise<boolean>;
  private readonly hearers: ConnectionHearers;
  private socket: Socket | null = null;
  /** Schema and version that the page was loaded from, as it first met them. */
  private pageSchema: string | null = null;
  private pageVersion: string | null = null;
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  private ahead = 0;
  private loaded = false;
  private tries = 0;
  /** Ends what is under way; a new object for each attempt, so that late events of an old one are told apart. */
  private attempt: { close: () => void } | null = null;
  private stopTimer: () => void = () => undefined;
  private waiting = false;
  private heardAt = 0;

  /** `mayGoOn` asks whether who is signed in may still follow, and sees to what follows when not. */
  constructor(store: Store, transport: Transport, mayGoOn: () => Promise<boolean>, hearers: ConnectionHearers = {}) {
    this.store = store;
    this.transport = transport;
    this.mayGoOn = mayGoOn;
    this.hearers = hearers;
    transport.onWake(() => {
      const isSilent = this.attempt !== null && transport.now() - this.heardAt > wakefulMs;
      if (this.waiting || isSilent) this.next();
    });
    transport.onNetworkLost(() => {
      if (this.attempt !== null) this.later();
    });
  }

  current = (): ConnectionView => this.view;

  /** How far the server's clock is ahead of this machine's, in milliseconds, as of the last greeting; 0 before. */
  serverAhead = (): number => this.ahead;

  /** Says something to the server on the feed's socket. What is said while there is none is lost. */
  say = (text: string): void => this.socket?.say(text);

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Begins, or begins anew, with what the disk keeps for that visit, else with a snapshot. The store is to be empty. `kept`: what has been
   * read of the disk already; null: nothing is there.
   */
  async start(visit: string, kept?: Kept | null): Promise<void> {
    this.stop();
    const attempt = { close: () => undefined };
    this.attempt = attempt;
    const found = kept === undefined ? await readKept(this.transport.disk).catch(() => null) : kept;
    if (this.attempt !== attempt) return;
    if (found?.visit.token === visit && fillFrom(found, this.store)) {
      this.loaded = true;
      this.show({ state: 'catching_up' });
    }
    this.next();
  }

  /** Lets go of the server; nothing is tried until the next `start`. */
  stop(): void {
    this.end();
    this.loaded = false;
    this.tries = 0;
    this.show({ state: 'loading' });
  }

  /** For someone who may not read the workspace: nothing travels, so nothing can be behind. */
  rest(): void {
    this.stop();
    this.show({ state: 'live' });
  }

  private end(): void {
    this.stopTimer();
    this.waiting = false;
    const { attempt } = this;
    this.attempt = null;
    this.socket = null;
    attempt?.close();
  }

  private next(): void {
    this.end();
    if (this.loaded) this.follow();
    else void this.load();
  }

  private async load(): Promise<void> {
    const abort = new AbortController();
    const attempt = { close: () => abort.abort() };
    this.attempt = attempt;
    this.watch();
    try {
      const end = await readSnapshot(this.transport, this.store, abort.signal, () => this.watch());
      if (this.attempt !== attempt) return;
      if (end.kind === 'whole') {
        this.loaded = true;
        this.noteSchema(end.schema);
        this.next();
      } else if (end.status === 401 || end.status === 403) {
        await this.askWhether();
      } else {
        this.later();
      }
    } catch {
      if (this.attempt === attempt) this.later();
    }
  }

  private follow(): void {
    let greeted = false;
    const attempt = { close: () => socket.close() };
    this.attempt = attempt;
    const socket = this.transport.openSocket(`/api/v1/feed?after=${this.store.seq}`, {
      onText: (text) => {
        if (this.attempt !== attempt) return;
        this.watch();
        const message = messageIn(text);
        greeted ||= message?.type === 'hello';
        // What cannot be read, or came before the greeting, may hide changes: the same question again brings them.
        if (message === null || !greeted) this.later();
        else this.take(message);
      },
      onClose: () => {
        if (this.attempt !== attempt) return;
        if (greeted) this.later();
        else void this.askWhether();
      },
    });
    this.socket = socket;
    this.watch();
  }

  private take(message: FeedMessage): void {
    switch (message.type) {
      case 'hello':
        this.tries = 0;
        this.ahead = Date.parse(message.now) - this.transport.now() || 0;
        this.noteSchema(message.schema);
        this.noteVersion(message.version);
        if (message.schema === this.store.schema) {
          if (this.view.state === 'offline') this.hearers.onNotices?.();
          this.show({ state: 'live' });
        } else {
          this.loaded = false;
          this.next();
        }
        break;
      case 'changes':
        // A missing number means that something was lost on the way: the same question again brings it.
        if (!this.store.applyChanges(message.changes)) this.later();
        break;
      case 'reset':
        this.loaded = false;
        this.next();
        break;
      case 'bye':
        if (message.reason === 'signed_out') void this.askWhether();
        else this.later();
        break;
      case 'notices':
        this.hearers.onNotices?.();
        break;
      case 'people':
        this.hearers.onPeople?.(message.subjectId, message.people);
        break;
      case 'ping':
        break;
      default:
        // A newer server may say more than this page knows.
        return message satisfies never;
    }
  }

  /** A browser does not tell why a socket was refused; the session does. */
  private async askWhether(): Promise<void> {
    this.end();
    const attempt = { close: () => undefined };
    this.attempt = attempt;
    const goesOn = await this.mayGoOn();
    if (this.attempt === attempt && goesOn) this.later();
  }

  private later(): void {
    this.end();
    this.show({ state: this.loaded || this.tries > 0 ? 'offline' : this.view.state });
    const wait = backOff(this.tries, this.transport.random);
    this.tries += 1;
    this.waiting = true;
    this.stopTimer = this.transport.after(wait, () => this.next());
  }

  private watch(): void {
    this.heardAt = this.transport.now();
    this.stopTimer();
    this.stopTimer = this.transport.after(silenceMs, () => this.later());
  }

  private noteSchema(schema: string): void {
    this.pageSchema ??= schema;
    if (this.pageSchema !== schema) this.show({ reloadNeeded: true });
  }

  private noteVersion(version: string): void {
    this.pageVersion ??= version;
    if (this.pageVersion !== version) this.show({ reloadNeeded: true });
  }

  private show(changed: Partial<ConnectionView>): void {
    const next = { ...this.view, ...changed };
    if (next.state === this.view.state && next.reloadNeeded === this.view.reloadNeeded) return;
    this.view = next;
    for (const listener of this.listeners) listener();
  }
}
