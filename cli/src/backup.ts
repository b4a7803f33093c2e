/** Backups: taken from a running server, restored into an empty folder or database. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BackupError, restoreBackup } from '@shortlist/server/backup/read-backup.ts';
import { readSettings } from '@shortlist/server/config.ts';
import { openDatabase } from '@shortlist/server/db/connect.ts';
import type { FileStore } from '@shortlist/server/files/file-store.ts';
import { openFileStore } from '@shortlist/server/files/open-file-store.ts';
import { defineCommand } from 'citty';
import { CommandError } from './command-error.ts';
import { connect } from './connect.ts';
import { databaseLog, databaseSettings } from './local-database.ts';

export const backupCommand = defineCommand({
  meta: { name: 'backup', description: 'Writes everything to a file while the server runs. The file is a secret.' },
  args: { file: { type: 'positional', description: 'Where to, such as shortlist.backup.gz', required: true } },
  run: async ({ args }) => {
    const response = await connect().request('/api/v1/backup');
    if (response.body === null) throw new CommandError('The server sent nothing. Try again.');
    const partial = `${args.file}.${randomUUID()}.partial`;
    try {
      await pipeline(Readable.fromWeb(response.body), createWriteStream(partial, { mode: 0o600 }));
      await rename(partial, args.file);
    } catch (error) {
      await rm(partial, { force: true });
      throw new CommandError(
        `The backup broke off (${error instanceof Error ? error.message : String(error)}); nothing was written. Try again.`,
      );
    }
    process.stdout.write(`${resolve(args.file)}\n`);
  },
});

export const restoreCommand = defineCommand({
  meta: { name: 'restore', description: 'Restores a backup into an empty data folder, or an empty DATABASE_URL.' },
  args: {
    file: { type: 'positional', description: 'A backup', required: true },
    data: { type: 'string', description: 'The data folder; SHORTLIST_DATA or .shortlist unless given' },
  },
  run: async ({ args }) => {
    const database = await openDatabase({ ...databaseSettings(args.data), log: databaseLog });
    try {
      const counts = await restoreBackup(database, filesOf(args.data), args.file);
      const { file: files = 0, ...tables } = counts;
      const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
      const withFiles = files === 0 ? '' : `, and ${files} ${files === 1 ? 'file' : 'files'}`;
      process.stdout.write(`Restored ${rows} rows, ${counts['change'] ?? 0} of them changes${withFiles}.\n`);
    } catch (error) {
      if (error instanceof BackupError) throw new CommandError(error.message);
      throw error;
    } finally {
      await database.close();
    }
  },
});

/** Where a server with the same settings keeps attached files. */
function filesOf(data: string | undefined): FileStore {
  return openFileStore(readSettings(data === undefined ? [] : ['--data', data], process.env));
}
