/** What PostgreSQL (SQLSTATE) or Node (`ENOENT`) calls this error; empty where it has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
