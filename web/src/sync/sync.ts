// Puts the parts of sync together around one transport.
import { CommandQueue, type Guesses } from './command-queue.ts';
import { Connection } from './connection.ts';
import { QueryCache } from './query-cache.ts';
import { SessionKeeper } from './session-keeper.ts';
import { Store } from './store.ts';
import type { Transport } from './transport.ts';

export interface Sync {
  readonly store: Store;
  readonly connection: Connection;
  readonly session: SessionKeeper;
  readonly commands: CommandQueue;
  readonly queries: QueryCache;
}

/** `guesses` answers those that are loaded by now. */
export function createSync(transport: Transport, guesses: () => Guesses): Sync {
  const store = new Store();
  const queries = new QueryCache(store, transport);
  const connection: Connection = new Connection(store, transport, () => session.mayGoOn());
  const session: SessionKeeper = new SessionKeeper(store, transport, connection, () => {
    commands.drop();
    queries.clear();
  });
  const commands = new CommandQueue(store, transport, guesses, session.actor);
  connection.subscribe(() => {
    if (connection.current().state !== 'live') return;
    commands.retryNow();
    queries.retryNow();
  });
  return { store, connection, session, commands, queries };
}
