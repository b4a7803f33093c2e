import type { Database } from './connect.ts';

/** What `doctor` tells about the database. */
export interface DatabaseFacts {
  readonly way: 'embedded' | 'url';
  /** Such as `18.4`. */
  readonly version: string;
  /** The data folder of an embedded database. */
  readonly folder: string | null;
  /** Where an embedded PostgreSQL's programs lie. */
  readonly programs: string | null;
  /** The system's user an embedded PostgreSQL runs as; the database user of a given one. */
  readonly user: string;
  readonly pid: number | null;
  /** Of our database alone, without PostgreSQL's own files. */
  readonly sizeBytes: number;
  /** On the data folder's disk; null when it is another machine's. */
  readonly freeBytes: number | null;
  /** The last migration applied; null before the first. */
  readonly migration: string | null;
}

/** Asks the database; rejects when it is down. */
export async function databaseFacts(database: Database): Promise<DatabaseFacts> {
  const { pool, embedded } = database;
  const { rows } = await pool.query<{ version: string; user: string; sizeBytes: number; hasMigrations: boolean }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version, current_user as user,
       pg_database_size(current_database()) as "sizeBytes", to_regclass('migration') is not null as "hasMigrations"`,
  );
  const [row] = rows;
  if (!row) throw new Error('The database does not answer questions about itself.');
  return {
    way: embedded ? 'embedded' : 'url',
    version: row.version,
    folder: database.dataDir,
    programs: embedded?.binDir ?? null,
    user: embedded?.userName ?? row.user,
    pid: embedded?.pid() ?? null,
    sizeBytes: row.sizeBytes,
    freeBytes: embedded ? (await embedded.space.check()).freeBytes : null,
    migration: row.hasMigrations ? await lastMigration(database) : null,
  };
}

async function lastMigration({ pool }: Database): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>('select name from migration order by name collate "C" desc limit 1');
  return rows[0]?.name ?? null;
}
