// Which errors say nothing about the question that was asked, only that the database is away. The road answers them with 503 or 507.

const AWAY = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);

/** `full`: the disk had no room for it. `away`: the server stopped, is starting, or cannot be reached. Null: any other error. */
export function databaseOutage(error: unknown): 'full' | 'away' | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (code === '53100') return 'full';
  // The driver gives its own broken or late connections no code.
  const byDriver =
    /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    );
  return AWAY.has(code) || code.startsWith('08') || byDriver ? 'away' : null;
}
