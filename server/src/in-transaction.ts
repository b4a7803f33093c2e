/** Running a command's transaction: again when PostgreSQL says so, and a plain refusal when it is away. */
import { refuse, type Refusal, isRefusal } from '@shortlist/domain/refusal.ts';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './db/tables.ts';
import { errorCode } from './db/error-code.ts';

const serializationFailure = '40001';
const deadlock = '40P01';
const uniqueViolation = '23505';

/**
 * Runs `work` in one transaction; a refusal rolls it back. Up to three times again after a serialization failure, a
 * deadlock, or an idempotency key that another request used at the same moment (the next try replays its answer).
 */
export async function inTransaction<Answer>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        const answer = await work(trx);
        if (isRefusal(answer)) throw new RolledBack(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      if (tries > 3 || !mayTryAgain(error)) throw error;
    }
  }
}

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('rolled back');
    this.refusal = refusal;
  }
}

function mayTryAgain(error: unknown): boolean {
  const code = errorCode(error);
  if (code === serializationFailure || code === deadlock) return true;
  // Another request drew the same key, handle or name at the same moment: looking again shows what it made.
  return code === uniqueViolation;
}

/**
 * A 503 for what only means that PostgreSQL is not there just now, a 409 for a collision that outlived the retries,
 * else null: the error is a fault of ours.
 */
export function refusalOfDatabaseError(error: unknown): Refusal | null {
  const code = errorCode(error);
  if (code === uniqueViolation)
    return refuse('conflict', 'Someone made the same thing at the same moment. Look at it, then try again.');
  if (code === '53100') return refuse('no_space', 'The disk is full; nothing was written. Free some room and try again.');
  if (isConnectionLoss(error, code)) {
    return refuse('database_down', 'The database is being started again. Nothing is lost; try again in a moment.');
  }
  return null;
}

function isConnectionLoss(error: unknown, code: string): boolean {
  if (/^(08|57P0)/.test(code)) return true;
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === 'ENOENT' || code === 'EPIPE') return true;
  return (
    error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  );
}
