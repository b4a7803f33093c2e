/** When each environment key was last used: remembered in memory, written once a minute, apart from the road. */
import { sql, type Kysely } from 'kysely';
import type { DatabaseLog } from '../db/database-log.ts';
import type { Tables } from '../db/tables.ts';

const flushMs = 60_000;

export interface KeyUsesOptions {
  readonly db: Kysely<Tables>;
  readonly workspaceId: string;
  readonly log: DatabaseLog;
  /** ISO 8601. */
  readonly clock: () => string;
}

export class KeyUses {
  readonly #options: KeyUsesOptions;
  /** Ids of keys that were used since they were last written. There are at most as many as keys. */
  #used = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: KeyUsesOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), flushMs);
    this.#timer.unref();
  }

  note(keyId: string): void {
    this.#used.add(keyId);
  }

  /** Writes what was noted; what could not be written is written with the next. */
  async flush(): Promise<void> {
    if (this.#used.size === 0) return;
    const { db, workspaceId, log, clock } = this.#options;
    const used = this.#used;
    this.#used = new Set();
    try {
      // In one order everywhere, so that two servers never wait for each other in a circle.
      await sql`
        insert into environment_key_used (workspace_id, "environmentKeyId", "lastUsedAt")
        select ${workspaceId}, id, ${clock()}::timestamptz from unnest(${[...used]}::text[]) as used (id) order by id
        on conflict (workspace_id, "environmentKeyId") do update
        set "lastUsedAt" = greatest(environment_key_used."lastUsedAt", excluded."lastUsedAt")`.execute(db);
    } catch (error) {
      log.warn({ error: String(error) }, 'the last uses of keys could not be written; they are written with the next');
      for (const keyId of used) this.#used.add(keyId);
    }
  }

  /** Writes what is left. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
