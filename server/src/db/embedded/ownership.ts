import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';

// One data folder has one server. Who holds this session lock owns the folder; the lock ends with its process, however that ends.

/** The key of the session lock. */
export const OWNERSHIP_LOCK = 7_340_912_557;
const PATIENCE_MS = 3_000;

/** The name under which the owner's session is seen by others. */
export const ownerName = (): string => `shortlist owner ${process.pid}`;

/** True when the folder is ours now; tried for three seconds, since a server that was just killed is noticed a moment later. */
export async function takeOwnership(client: pg.Client): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [OWNERSHIP_LOCK]);
    if (rows[0]?.owned) return true;
    if (Date.now() >= end) return false;
    await wait(100);
  }
}

/** The sentence for a folder another server holds, with that server's process id where it can be told. */
export async function describeOtherOwner(client: pg.Client, dataDir: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = $1`,
    [OWNERSHIP_LOCK],
  );
  const pid = /\d+$/.exec(rows[0]?.name ?? '')?.[0];
  return `Another Shortlist server${pid ? ` (pid ${pid})` : ''} already uses the folder ${dataDir}; stop it or choose another --data.`;
}
