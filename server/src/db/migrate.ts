import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

// Brings the tables to what this version of the code expects. Files are only ever added: an applied one is never changed or taken away.

/** The product's own migrations. */
export const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../migrations/', import.meta.url));

const LOCK = 7_340_912_558;
const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;

export interface Migration {
  /** The file's name without `.sql`, such as `0001-first-tables`. */
  readonly name: string;
  readonly sql: string;
  /** Of the text with `\n` line ends, in hex. */
  readonly sha256: string;
}

/** The folder's migrations in their order. Throws when a name is not `0001-what-it-does.sql` or a number is used twice. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  for (const [index, file] of files.entries()) {
    if (!FILE_NAME.test(file)) throw new Error(`The migration ${file} must be named like 0001-what-it-does.sql.`);
    if (files[index + 1]?.startsWith(file.slice(0, 5)))
      throw new Error(`Two migrations have the number ${file.slice(0, 4)}; give one of them the next free number.`);
  }
  return await Promise.all(files.map((file) => readMigration(folder, file)));
}

async function readMigration(folder: string, file: string): Promise<Migration> {
  // A checkout on Windows may end lines otherwise, which changes nothing.
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
  return { name: file.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

/**
 * Applies what is missing, each file in a transaction of its own, and answers the names applied. Any number of servers may do this at
 * once: one works, the others wait. Throws one clear line, having applied nothing, when an applied file was changed or the database was
 * made by newer code; and one that names the file when its SQL fails, which leaves those before it applied.
 */
export async function migrate(pool: pg.Pool, folder: string = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    // A big table takes longer to change than any question may take.
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    return await applyMissing(client, migrations);
  } finally {
    // The session goes with its settings and its lock.
    client.release(true);
  }
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, sha256 text not null, "appliedAt" timestamptz not null default now())',
  );
  const { rows: applied } = await client.query<Applied>('select name, sha256 from migration order by name collate "C"');
  refuseUnlikeHistory(applied, migrations);
  const missing = migrations.slice(applied.length);
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

interface Applied {
  readonly name: string;
  readonly sha256: string;
}

/** What was applied must be the beginning of what the code has, unchanged. */
function refuseUnlikeHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const newer = applied.find(({ name }) => !known.has(name));
  if (newer) {
    throw new Error(
      `The database was made by a newer Shortlist (it has the migration ${newer.name}); start that version or a later one.`,
    );
  }
  for (const [index, { name, sha256 }] of applied.entries()) {
    const migration = migrations[index];
    if (migration?.name !== name) {
      throw new Error(
        `The migration ${migration?.name} comes before ${name}, which was already applied; give it the next free number.`,
      );
    }
    if (migration.sha256 !== sha256) {
      throw new Error(
        `The migration ${name} was changed after it was applied to this database; restore the file, and put the change into a new one.`,
      );
    }
  }
}

async function apply(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`The migration ${name} failed: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}
