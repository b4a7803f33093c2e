/** The database of this machine, for the commands that work without a server. */
import { resolve } from 'node:path';

/** `DATABASE_URL` where it is set, else the embedded database in the data folder. */
export function databaseSettings(data: string | undefined): { readonly dataDir?: string; readonly databaseUrl?: string } {
  const databaseUrl = process.env['DATABASE_URL'];
  if (data === undefined && databaseUrl !== undefined && databaseUrl !== '') return { databaseUrl };
  return { dataDir: resolve(data ?? process.env['SHORTLIST_DATA'] ?? '.shortlist') };
}

/** Only what went wrong is said. */
export const databaseLog = {
  info: () => undefined,
  warn: () => undefined,
  error: (_details: unknown, message?: string) => {
    if (message !== undefined) process.stderr.write(`${message}\n`);
  },
};
