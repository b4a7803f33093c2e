import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Reads several things as they stood at one moment, whatever is written meanwhile; nothing can be written here. */
export async function asOfOneMoment<T>(db: Kysely<Tables>, read: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
