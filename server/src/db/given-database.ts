import pg from 'pg';

// A PostgreSQL that somebody else runs, named by DATABASE_URL.

const OLDEST = 15;

/** Opens a plain session. Throws one clear line, without the password, when the address is no address or nobody answers there. */
export async function connectToUrl(databaseUrl: string): Promise<pg.Client> {
  const place = placeOf(databaseUrl);
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'shortlist',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new Error(
      `The database at ${place} cannot be opened: ${error instanceof Error ? error.message || error.name : String(error)}.`,
      { cause: error },
    );
  }
}

function placeOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Error(
      'DATABASE_URL is not an address of a PostgreSQL; it looks like postgresql://user:password@host:5432/database.',
    );
  }
  return `${url.hostname || url.searchParams.get('host') || 'localhost'}${url.port && `:${url.port}`}${url.pathname}`;
}

/** Throws one clear line when the server behind the pool is older than PostgreSQL 15. */
export async function requireSupportedVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
  const refusal = refusalOfVersion(Number(rows[0]?.server_version_num));
  if (refusal) throw new Error(refusal);
}

/** Of a `server_version_num` such as 150004: null, or the sentence that refuses it. */
export function refusalOfVersion(serverVersionNum: number): string | null {
  const major = Math.floor(serverVersionNum / 10_000);
  return major >= OLDEST
    ? null
    : `The database is PostgreSQL ${major}, and Shortlist needs ${OLDEST} or newer; upgrade it, or unset DATABASE_URL to use the embedded one.`;
}
