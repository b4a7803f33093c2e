// Databases in the PostgreSQL that a run of tests shares, for products that are given one instead of bringing their own.
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database that nobody else uses. */
export interface OwnDatabase {
  /** Its address, with user and password, as `DATABASE_URL` takes it. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** The address of the shared one's maintenance database; null where none is shared, as when a journey is run by hand. */
export const shared = process.env['SHORTLIST_TEST_DATABASE_URL'] ?? null;

/** Makes an empty database, or a copy of `template`, in which nobody may have a session. */
export async function makeDatabase(server: string, template = 'template1'): Promise<OwnDatabase> {
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  await withClient(
    server,
    async (client) => await client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await withClient(server, async (client) => await client.query(`drop database ${name} with (force)`));
  };
  return { url: url.href, drop };
}

/**
 * A copy of the database that `fill` has filled. The first that asks for `name` fills it and the others wait, in whatever process
 * they are; all get the text that `fill` answered. Whatever `fill` starts on it must have ended when it answers.
 */
export async function copyOfFilled(
  server: string,
  name: string,
  fill: (url: string) => Promise<string>,
): Promise<{ readonly database: OwnDatabase; readonly note: string }> {
  const template = `filled_${name}`;
  const note = await withClient(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    const kept = await client.query<{ readonly note: string }>(
      "select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1",
      [template],
    );
    if (kept.rows[0] !== undefined) return kept.rows[0].note;
    const database = await makeDatabase(server);
    const told = await fill(database.url);
    const made = client.escapeIdentifier(new URL(database.url).pathname.slice(1));
    await client.query(`comment on database ${made} is ${client.escapeLiteral(told)}`);
    // It gets its name when it is whole.
    await client.query(`alter database ${made} rename to ${template}`);
    return told;
  });
  return { database: await makeDatabase(server, template), note };
}

async function withClient<Value>(connectionString: string, use: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
