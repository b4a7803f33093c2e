/**
 * Forgiving slips of the hand takes PostgreSQL's own extension pg_trgm. It is asked for at each start, since a given
 * database may get it later; without it search works, with the words as they are typed.
 */
import type pg from 'pg';

/** Makes the extension and its indexes where this user may, and answers whether they are there. */
export async function ensureTypoSearch(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query('create extension if not exists pg_trgm');
    for (const [table, column] of typoColumns) {
      await pool.query(`create index if not exists ${table}_typos on ${table} using gin (${column} gin_trgm_ops)`);
    }
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

const typoColumns = [
  ['idea', 'problem'],
  ['story', 'title'],
  ['task', 'title'],
] as const;

/** Not allowed, not on this machine, or not in this service: SQLSTATE 42501, 58P01, 0A000, 22023; made by another server just now: 23505. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && ['42501', '58P01', '0A000', '22023', '23505', '42704'].includes(code);
}
