import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { DatabaseLog } from './database-log.ts';
import { watchDatabase, type DatabaseState } from './database-state.ts';
import { WRITES_NEED_BYTES, type SpaceOptions, type SpaceState } from './embedded/disk-space.ts';
import type { EmbeddedOptions } from './embedded/embedded-postgres.ts';
import { openEmbedded, type EmbeddedPostgres } from './embedded/open-embedded.ts';
import { connectToUrl, requireSupportedVersion } from './given-database.ts';
import { openPool } from './session-pool.ts';
import type { Tables } from './tables.ts';

// Opens the database: the one embedded in the data folder, or any PostgreSQL by its address. Callers cannot tell the two apart.

export interface OpenDatabaseOptions {
  readonly log: DatabaseLog;
  /** Where an embedded database lives; made if missing. Not looked at when `databaseUrl` is given. */
  readonly dataDir?: string | undefined;
  /** `postgresql://…` of a PostgreSQL 15 or newer (`DATABASE_URL`). */
  readonly databaseUrl?: string | undefined;
  /** Sessions kept for queries; 10 unless given. */
  readonly poolSize?: number | undefined;
  /** How the embedded one is run, where the usual way does not fit. */
  readonly embedded?: Omit<EmbeddedOptions, 'dataDir' | 'log'>;
  readonly space?: SpaceOptions;
}

export interface Database {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly isEmbedded: boolean;
  /** The data folder of an embedded database, as an absolute path; null for a given one. */
  readonly dataDir: string | null;
  /** For sessions of one's own, such as `LISTEN`; ask again before every new one. Holds the password. */
  connection(): pg.ClientConfig;
  state(): DatabaseState;
  /** Calls at every change of state; answers the function that ends that. */
  onState(listener: (state: DatabaseState) => void): () => void;
  /** Null, or the sentence why nothing can be written now: the database is away (`state()` is not `up`), or the disk nearly full. */
  mayWrite(): string | null;
  /** The disk under an embedded database; null for a given one. */
  space(): SpaceState | null;
  /** How PostgreSQL is run, for `databaseFacts`; null for a given one. */
  readonly embedded: EmbeddedPostgres | null;
  /** Waits for running queries, closes every session and stops an embedded PostgreSQL. */
  close(): Promise<void>;
}

const MB = 1024 * 1024;
const POOL_SIZE = 10;
const TIMEOUTS = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
  idleTimeoutMillis: 60_000,
};

/**
 * Opens the database and answers when it takes queries; migrations are not run. Throws one clear line when it cannot: no programs,
 * another server owns the folder, wrong version, no such host.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { log, dataDir, databaseUrl } = options;
  const embedded = databaseUrl
    ? null
    : await openEmbedded({ ...options.embedded, log, dataDir: required(dataDir) }, options.space);
  const watch =
    embedded?.watch ?? (await watchDatabase({ open: () => connectToUrl(databaseUrl ?? ''), isDiskFull: async () => false, log }));
  const connection = (): pg.ClientConfig => sessionConfig(embedded ? embedded.config() : { connectionString: databaseUrl });

  const { pool, end } = openPool({ ...connection(), ...TIMEOUTS, max: options.poolSize ?? POOL_SIZE }, log);
  const close = async (): Promise<void> => {
    await end();
    if (embedded) await embedded.stop();
    else await watch.stop().then((session) => session?.end());
  };
  // A restarted PostgreSQL may listen in another folder.
  watch.onState(() => Object.assign(pool.options, embedded?.config()));
  try {
    await requireSupportedVersion(pool);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    isEmbedded: embedded !== null,
    dataDir: embedded?.dataDir ?? null,
    connection,
    state: watch.state,
    onState: watch.onState,
    mayWrite: () => reasonNotToWrite(watch.state(), embedded?.space.state() ?? null),
    space: () => embedded?.space.state() ?? null,
    embedded,
    close,
  };
}

function required(dataDir: string | undefined): string {
  if (!dataDir) throw new Error('Neither a data folder nor DATABASE_URL is given; start with --data DIR or set DATABASE_URL.');
  return dataDir;
}

/** Times in UTC and a name that says whose session it is; an address's own `options` are kept. */
function sessionConfig(config: pg.ClientConfig): pg.ClientConfig {
  const common = { types: columnTypes, application_name: 'shortlist', keepAlive: true };
  if (config.connectionString === undefined) return { ...common, ...config, options: '-c TimeZone=UTC' };
  const url = new URL(config.connectionString);
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c TimeZone=UTC`.trim());
  return { ...common, connectionString: url.href };
}

function reasonNotToWrite(state: DatabaseState, space: SpaceState | null): string | null {
  if (state === 'closed') return 'Shortlist is stopping; try again in a moment.';
  if (state === 'full') return 'The disk is full and the database has stopped; free some room, and it starts again by itself.';
  if (state === 'down') return 'The database is being started again; try again in a moment.';
  if (!space?.isLow) return null;
  const free = Math.floor((space.freeBytes ?? 0) / MB);
  return `Only ${free} MB are free on the disk of the data folder, and nothing is written below ${WRITES_NEED_BYTES / MB} MB; free some room and try again.`;
}
