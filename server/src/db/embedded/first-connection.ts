import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { DATABASE_NAME } from './cluster-folder.ts';
import { errorCode } from '../error-code.ts';

/** Codes of a server that is starting, recovering, stopping or full of sessions: it may be asked again. */
const ASK_AGAIN = new Set(['57P03', '57P01', '57P02', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);

/**
 * Connects once; null when the server is not ready and may be asked again. The first time the product's database is made too.
 * Any other failure (a wrong password) throws.
 */
async function connectIfReady(config: pg.ClientConfig): Promise<pg.Client | null> {
  const client = new pg.Client(config);
  // Without a listener a server that dies would end our process; the end is noticed by whoever holds the client.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (errorCode(error) === '3D000' && config.database === DATABASE_NAME) return await makeDatabase(config);
    // A server that dies while we connect, or does not answer, has no code, only these sentences of the driver's.
    const broke = error instanceof Error && /^(Connection terminated|timeout expired)/.test(error.message);
    if (ASK_AGAIN.has(errorCode(error)) || broke) return null;
    throw error;
  }
}

async function makeDatabase(config: pg.ClientConfig): Promise<pg.Client | null> {
  const client = await connectIfReady({ ...config, database: 'postgres' });
  if (!client) return null;
  try {
    await client.query(`create database ${DATABASE_NAME}`);
  } catch (error) {
    // Another server made it in the same moment (42P04, or the catalogue's own 23505).
    if (errorCode(error) !== '42P04' && errorCode(error) !== '23505') throw error;
  } finally {
    await client.end();
  }
  return await connectIfReady(config);
}

/**
 * Asks every 20 ms until the server is ready; `findConfig` answers null while it cannot be told how to reach it. Null when `isGone` says
 * there is nothing left to wait for.
 */
export async function connectWhenReady(
  findConfig: () => Promise<pg.ClientConfig | null>,
  sessionName: string,
  isGone: () => Promise<boolean>,
): Promise<{ readonly client: pg.Client; readonly config: pg.ClientConfig } | null> {
  for (;;) {
    const config = await findConfig();
    const client =
      config && (await connectIfReady({ ...config, application_name: sessionName, connectionTimeoutMillis: 10_000 }));
    if (client) return { client, config };
    if (await isGone()) return null;
    await wait(20);
  }
}
