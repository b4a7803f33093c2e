import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseLog } from './database-log.ts';

/** A database that does not answer must not hold up the end of the process. */
const GOODBYE_MS = 5000;

export interface SessionPool {
  readonly pool: pg.Pool;
  /**
   * Waits for running queries, then until every session is closed; for the latter 5 s at most. The pool's own `end` answers when it has
   * asked them to close: a database that is stopped right after it ends them first, which looks like a fault.
   */
  readonly end: () => Promise<void>;
}

/** Sessions for queries. One that breaks is told to the log and replaced. */
export function openPool(config: pg.PoolConfig, log: DatabaseLog): SessionPool {
  const pool = new pg.Pool(config);
  /** The sessions that are open, each with its end, however it comes about. */
  const open = new Map<pg.PoolClient, Promise<void>>();
  // A session that breaks while nobody, or somebody between two statements, uses it would otherwise end the process.
  pool.on('error', (error) => log.warn({ error: String(error) }, 'an idle database session broke'));
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    open.set(client, ended);
    void ended.then(() => open.delete(client));
  });
  return {
    pool,
    end: async () => {
      await pool.end();
      const closed = Promise.all(open.values());
      const timeout = new AbortController();
      await Promise.race([closed, delay(GOODBYE_MS, undefined, { signal: timeout.signal }).catch(() => undefined)]);
      timeout.abort();
    },
  };
}
