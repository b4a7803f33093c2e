// Puts the parts of sync together around one transport.
import { CommandDoor } from './command-door.ts';
import { Connection } from './connection.ts';
import type { later } from './later.ts';
import { PresenceKeeper } from './presence-keeper.ts';
import { QueryCache } from './query-cache.ts';
import { SessionKeeper } from './session-keeper.ts';
import { Store } from './store.ts';
import type { Transport } from './transport.ts';

export interface Sync {
  readonly store: Store;
  readonly connection: Connection;
  readonly session: SessionKeeper;
  readonly commands: CommandDoor;
  readonly queries: QueryCache;
  readonly presence: PresenceKeeper;
}

/**
 * `loadLater` fetches what the first rows do not need; it may fail, and is asked again then. `whenFirstShown` puts off what needs it until they
 * are painted; a command that is given before waits for nothing.
 */
export function createSync(
  transport: Transport,
  loadLater: () => Promise<typeof later>,
  whenFirstShown: (run: () => void) => void = (run) => run(),
): Sync {
  const store = new Store();
  const queries = new QueryCache(store, transport);
  let keeping = new AbortController();
  let keptVisit = '';
  const lookAtNotices = () => queries.refresh('notice.list', 'notice.count', 'following.get');
  const connection: Connection = new Connection(store, transport, () => session.mayGoOn(), {
    onNotices: lookAtNotices,
    onPeople: (subjectId, people) => presence.hear(subjectId, people),
  });
  const presence = new PresenceKeeper(transport, connection);
  const session: SessionKeeper = new SessionKeeper(store, transport, connection, {
    onForget: () => {
      keeping.abort();
      keptVisit = '';
      commands.opened()?.pauseAll();
      queries.clear();
    },
    onLeave: (memberId) => void commands.opened()?.giveUp(memberId),
  });
  const { person, actor, mayGoOn } = session;
  const serverNow = () => transport.now() + connection.serverAhead();
  const loadQueue = async () => {
    const { CommandQueue, guesses } = await loadLater();
    return new CommandQueue(store, transport, guesses, { person, actor, serverNow, askWho: mayGoOn });
  };
  const commands = new CommandDoor(loadQueue, transport, { person, serverNow });

  /** A disk that fails costs the next start and nothing of this one. */
  async function keep(visit: string): Promise<void> {
    if (visit === keptVisit || store.seq === 0) return;
    keptVisit = visit;
    keeping.abort();
    const { signal } = (keeping = new AbortController());
    const { keepStore } = await loadLater();
    await transport.tabs.alone('keeper', async () => {
      if (!signal.aborted) await keepStore(store, transport, visit, signal);
    });
  }

  // Whom no feed reaches is not told either that something is new.
  const refreshUnfed = () => {
    if (session.refreshUnfed()) lookAtNotices();
  };
  commands.subscribe(() => {
    if (commands.pending() === 0) refreshUnfed();
  });
  transport.onWake(refreshUnfed);
  connection.subscribe(() => {
    const { state } = connection.current();
    if (state === 'loading') return;
    whenFirstShown(() => {
      keep(session.visitToken()).catch(() => (keptVisit = ''));
      void commands.open().then((queue) => (state === 'live' ? queue?.retryNow() : queue?.level()));
    });
    if (state === 'live') queries.retryNow();
  });
  return { store, connection, session, commands, queries, presence };
}
