import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseLog } from './database-log.ts';

// Knows whether the database answers: one session is kept open and nothing is asked of it; when it ends, the database is down until
// another could be opened. Under an embedded database, opening it means starting PostgreSQL again.

/** `full`: PostgreSQL stopped because the disk is full, and is started again when there is room. */
export type DatabaseState = 'up' | 'down' | 'full' | 'closed';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface WatchOptions {
  /** Opens the session, starting what must be started. What it throws the first time reaches the caller; later it is tried again. */
  readonly open: () => Promise<pg.Client>;
  /** Asked while the database is down. */
  readonly isDiskFull: () => Promise<boolean>;
  readonly log: DatabaseLog;
}

export interface DatabaseWatch {
  state(): DatabaseState;
  /** Calls at every change of state; answers the function that ends that. */
  onState(listener: (state: DatabaseState) => void): () => void;
  /** Nothing is opened again from here on; the last session is answered, open, if there is one. */
  stop(): Promise<pg.Client | null>;
}

/** Opens the session and watches over it until `stop`. */
export async function watchDatabase({ open, isDiskFull, log }: WatchOptions): Promise<DatabaseWatch> {
  const listeners = new Set<(state: DatabaseState) => void>();
  const stopping = new AbortController();
  let state: DatabaseState = 'up';
  let session: pg.Client | null = null;
  let reopening: Promise<void> = Promise.resolve();

  const become = (next: DatabaseState): void => {
    if (state === next) return;
    state = next;
    log[next === 'down' || next === 'full' ? 'error' : 'info']({ database: next }, `the database is ${next}`);
    for (const listener of listeners) listener(next);
  };

  const watch = (client: pg.Client): void => {
    session = client;
    client.once('end', () => {
      session = null;
      if (!stopping.signal.aborted) reopening = reopen();
    });
  };

  const reopen = async (): Promise<void> => {
    become('down');
    for (let pause = FIRST_PAUSE_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        watch(await open());
        become('up');
        return;
      } catch (error) {
        log.error({ error: String(error) }, 'the database cannot be reached; trying again');
        become((await isDiskFull()) ? 'full' : 'down');
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  watch(await open());
  return {
    state: () => state,
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopping.abort();
      await reopening;
      become('closed');
      return session;
    },
  };
}
