import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from './connect.ts';
import { migrate, MIGRATIONS_FOLDER, readMigrations } from './migrate.ts';
import { startTestCluster } from './test-cluster.ts';

// A database of its own for every test: migrated once as a template, then cloned. All clones live in one throw-away PostgreSQL.

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const LOCK = 7_340_912_559;

export interface TestDatabase {
  readonly database: Database;
  /** For a second server on the same data. */
  readonly url: string;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** The product's own unless given. */
  readonly migrations?: string;
  readonly poolSize?: number;
}

/** Runs a test's body on a fresh, migrated database and removes it afterwards. */
export async function withTestDatabase<T>(body: (database: Database) => Promise<T>, options?: TestDatabaseOptions): Promise<T> {
  const { database, drop } = await createTestDatabase(options);
  try {
    return await body(database);
  } finally {
    await drop();
  }
}

/**
 * Makes a fresh, migrated database: in `SHORTLIST_TEST_DATABASE_URL`, if the test runner has set that, else in a PostgreSQL started
 * with the first call and ended with our process.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const maintenance = await maintenanceUrl();
  const template = await templateOf(maintenance, options.migrations ?? MIGRATIONS_FOLDER);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(maintenance, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const url = withDatabase(maintenance, name);
  const database = await openDatabase({ databaseUrl: url, log: SILENT, ...(options.poolSize && { poolSize: options.poolSize }) });
  const drop = async (): Promise<void> => {
    if (database.state() !== 'closed') await database.close();
    await withClient(maintenance, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { database, url, drop };
}

let ownCluster: Promise<string> | null = null;

function maintenanceUrl(): Promise<string> {
  const given = process.env['SHORTLIST_TEST_DATABASE_URL'];
  if (given) return Promise.resolve(given);
  ownCluster ??= startTestCluster().then(({ url, stopNow }) => {
    process.once('exit', stopNow);
    return url;
  });
  return ownCluster;
}

const templates = new Map<string, Promise<string>>();

/** The template's name, which tells its migrations: another process of the same run finds it made. */
async function templateOf(maintenance: string, folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, sha256 } of await readMigrations(folder)) hash.update(`${name} ${sha256}\n`);
  const template = `template_${hash.digest('hex').slice(0, 16)}`;
  const made =
    templates.get(template) ?? withClient(maintenance, (client) => makeTemplate(client, maintenance, template, folder));
  templates.set(template, made);
  await made;
  return template;
}

async function makeTemplate(client: pg.Client, maintenance: string, template: string, folder: string): Promise<string> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return template;
  // Under another name until it is whole, so that a killed test run leaves no half-migrated template.
  const unfinished = `${template}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished}`);
  const pool = new pg.Pool({ connectionString: withDatabase(maintenance, unfinished), max: 1 });
  try {
    await migrate(pool, folder);
  } finally {
    await pool.end();
  }
  await client.query(`alter database ${unfinished} rename to ${template}`);
  return template;
}

async function withClient<T>(connectionString: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
