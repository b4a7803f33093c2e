// Puts the parts of sync together around one transport.
import { CommandQueue, type Guesses } from './command-queue.ts';
import { Connection } from './connection.ts';
import { QueryCache } from './query-cache.ts';
import { SessionKeeper } from './session-keeper.ts';
import { Store } from './store.ts';
import type { keepStore } from './store-keeper.ts';
import type { Transport } from './transport.ts';

export interface Sync {
  readonly store: Store;
  readonly connection: Connection;
  readonly session: SessionKeeper;
  readonly commands: CommandQueue;
  readonly queries: QueryCache;
}

/** What the first rows do not need: it is loaded after them. */
export interface Later {
  /** Those that are loaded by now. */
  readonly guesses: () => Guesses;
  readonly keepStore: typeof keepStore;
}

export function createSync(transport: Transport, later: Later): Sync {
  const store = new Store();
  const queries = new QueryCache(store, transport);
  let keeping = new AbortController();
  let keptVisit = '';
  const connection: Connection = new Connection(store, transport, () => session.mayGoOn());
  const session: SessionKeeper = new SessionKeeper(store, transport, connection, () => {
    keeping.abort();
    keptVisit = '';
    commands.drop();
    queries.clear();
  });
  const commands = new CommandQueue(store, transport, later.guesses, session.actor);

  function keep(): void {
    const visit = session.visitToken();
    if (visit === keptVisit || store.seq === 0) return;
    keptVisit = visit;
    keeping.abort();
    const mine = (keeping = new AbortController());
    const work = async () => {
      if (!mine.signal.aborted) await later.keepStore(store, transport, visit, mine.signal);
    };
    // A disk that fails costs the next start and nothing of this one.
    transport.tabs.alone('keeper', work).catch(() => undefined);
  }

  connection.subscribe(() => {
    const { state } = connection.current();
    if (state !== 'loading') keep();
    if (state !== 'live') return;
    commands.retryNow();
    queries.retryNow();
  });
  return { store, connection, session, commands, queries };
}
