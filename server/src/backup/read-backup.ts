/** Restoring a backup into an empty database, whole or not at all. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { attachmentLimits } from '@shortlist/domain/attachment/attachment-limits.ts';
import { isRefusal } from '@shortlist/domain/refusal.ts';
import { sql, type Kysely, type Transaction } from 'kysely';
import { z } from 'zod';
import { migrate, MIGRATIONS_FOLDER, readMigrations } from '../db/migrate.ts';
import type { Tables } from '../db/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Database } from '../db/connect.ts';
import { backupFormat, backupTables } from './backup-tables.ts';
import { errorCode } from '../db/error-code.ts';

const Header = z.object({
  backup: z.literal('shortlist'),
  format: z.literal(backupFormat),
  workspaceId: z.string(),
  migrations: z.array(z.string()),
});
const Rows = z.object({
  table: z.enum(backupTables.map((table) => table.name)),
  rows: z.array(z.record(z.string(), z.unknown())),
});
const FilePiece = z.object({ file: z.string(), bytes: z.base64() });
const End = z.object({ end: z.literal(true), counts: z.record(z.string(), z.int()) });

/** A backup that cannot be restored; the message says why and what to do. Nothing was written. */
export class BackupError extends Error {}

/**
 * Restores `file` (gzip) and answers how many rows each table got, and how many files. Throws a `BackupError` where it does
 * not fit. Files that were written before that are nobody's, and are written again by the next try.
 */
export async function restoreBackup(
  database: Database,
  files: FileStore,
  file: string,
): Promise<Readonly<Record<string, number>>> {
  await migrate(database.pool);
  return await database.db.transaction().execute(async (trx) => {
    await refuseUnlessEmpty(trx);
    const incoming = new IncomingFiles(files);
    const counts = new Map<string, number>();
    let header: z.infer<typeof Header> | null = null;
    let end: z.infer<typeof End> | null = null;
    for await (const [number, value] of jsonLines(file)) {
      if (header === null) {
        header = await readHeader(value);
        await trx.deleteFrom('installation').execute();
        await trx
          .insertInto('installation')
          .values({
            only_one: true,
            workspace_id: header.workspaceId,
            setup_token_hash: null,
            created_at: new Date().toISOString(),
          })
          .execute();
        continue;
      }
      const piece = FilePiece.safeParse(value);
      if (piece.success && end === null) {
        await incoming.add(piece.data.file, Buffer.from(piece.data.bytes, 'base64'));
        continue;
      }
      const ending = End.safeParse(value);
      if (ending.success) {
        end = ending.data;
        counts.set('file', await incoming.finish());
        continue;
      }
      const parsed = Rows.safeParse(value);
      if (!parsed.success || end !== null)
        throw new BackupError(`Line ${number} of ${file} is not a part of a backup. Use an unchanged file.`);
      const { table, rows } = parsed.data;
      await writeRows(trx, table, rows, header.workspaceId, number);
      counts.set(table, (counts.get(table) ?? 0) + rows.length);
    }
    if (header === null) throw new BackupError(`${file} is empty. Use another backup.`);
    if (end === null) throw new BackupError(`${file} is cut off: its last line is missing. Use another backup.`);
    for (const [table, count] of Object.entries(end.counts)) {
      if ((counts.get(table) ?? 0) !== count) {
        throw new BackupError(
          `${file} should hold ${count} rows of ${table} and holds ${counts.get(table) ?? 0}. Use another backup.`,
        );
      }
    }
    return end.counts;
  });
}

/** Gathers the pieces of one file after the other; a file is at most as large as one that is attached. */
class IncomingFiles {
  private readonly files: FileStore;
  private id: string | null = null;
  private pieces: Buffer[] = [];
  private written = 0;

  constructor(files: FileStore) {
    this.files = files;
  }

  async add(id: string, bytes: Buffer): Promise<void> {
    if (id !== this.id) await this.write();
    this.id = id;
    this.pieces.push(bytes);
  }

  /** Writes the last one, and answers how many there were. */
  async finish(): Promise<number> {
    await this.write();
    return this.written;
  }

  private async write(): Promise<void> {
    if (this.id === null) return;
    const kept = await this.files.receive(this.id, inOrder(this.pieces), attachmentLimits.fileBytes);
    if (isRefusal(kept)) throw new BackupError(`The file ${this.id} cannot be restored. ${kept.message}`);
    this.written += 1;
    this.id = null;
    this.pieces = [];
  }
}

// A file store takes what comes over time; these are all there.
async function* inOrder(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

async function refuseUnlessEmpty(db: Kysely<Tables>): Promise<void> {
  const workspace = await db.selectFrom('workspace').select('name').executeTakeFirst();
  if (workspace === undefined) return;
  throw new BackupError(`There is a workspace here already (${workspace.name}). Restore into an empty folder or database.`);
}

async function readHeader(value: unknown): Promise<z.infer<typeof Header>> {
  const parsed = Header.safeParse(value);
  if (!parsed.success) throw new BackupError('This is not a backup of Shortlist, or of a format this version does not know.');
  const known = new Set((await readMigrations(MIGRATIONS_FOLDER)).map((migration) => migration.name));
  const unknown = parsed.data.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new BackupError(
      `This backup was made by a newer Shortlist (it has ${unknown}). Restore it with that version or a later one.`,
    );
  }
  return parsed.data;
}

async function writeRows(
  trx: Transaction<Tables>,
  table: string,
  rows: readonly Record<string, unknown>[],
  workspaceId: string,
  line: number,
): Promise<void> {
  if (rows.some((row) => row['workspace_id'] !== workspaceId)) {
    throw new BackupError(`Line ${line} holds rows of another workspace. Use an unchanged file.`);
  }
  // With its schema: `text` alone would be the type.
  const rowType = sql.id('public', table);
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${rowType}, ${JSON.stringify(rows)}::jsonb)`.execute(trx);
}

async function* jsonLines(file: string): AsyncGenerator<readonly [number, unknown]> {
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  let number = 0;
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
      number += 1;
      yield [number, JSON.parse(line)];
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new BackupError(`Line ${number} of ${file} is damaged. Use another backup.`);
    const code = errorCode(error);
    if (code === 'ENOENT') throw new BackupError(`There is no file ${file}.`);
    if (code === 'Z_DATA_ERROR') throw new BackupError(`${file} is not a backup, or is damaged: it cannot be unpacked.`);
    if (code === 'Z_BUF_ERROR') throw new BackupError(`${file} is cut off. Use another backup.`);
    throw error;
  }
}
