/**
 * A backup: one consistent snapshot of every table, as JSON lines, and then the bytes of every received file, taken while
 * others write. The same state gives the same bytes. It holds password and key hashes and is a secret.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { FileStore } from '../files/file-store.ts';
import { readMigrations, MIGRATIONS_FOLDER } from '../db/migrate.ts';
import { asOfOneMoment } from '../db/one-moment.ts';
import type { Tables } from '../db/tables.ts';
import { backupFormat, backupTables, type BackupTable } from './backup-tables.ts';

const rowsAtOnce = 1000;
/** Bytes of a file in one line: a multiple of three, so that no line but the last is padded. */
const fileChunk = 768 * 1024;

/** `write` is awaited for every line, so a slow reader slows the backup and never fills the memory. */
export async function writeBackup(
  db: Kysely<Tables>,
  workspaceId: string,
  files: Pick<FileStore, 'read'>,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const migrations = (await readMigrations(MIGRATIONS_FOLDER)).map((migration) => migration.name);
  await asOfOneMoment(db, async (trx) => {
    await write(`${JSON.stringify({ backup: 'shortlist', format: backupFormat, workspaceId, migrations })}\n`);
    const counts: Record<string, number> = {};
    for (const table of backupTables) counts[table.name] = await writeTable(trx, table, workspaceId, write);
    counts['file'] = await writeFiles(trx, workspaceId, files, write);
    await write(`${JSON.stringify({ end: true, counts })}\n`);
  });
}

/** Files only come and go whole. One that was swept since the snapshot was nobody's, and is left out. */
async function writeFiles(
  trx: Transaction<Tables>,
  workspaceId: string,
  files: Pick<FileStore, 'read'>,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const kept = await trx.selectFrom('received_file').select('id').where('workspace_id', '=', workspaceId).orderBy('id').execute();
  let written = 0;
  for (const { id } of kept) {
    const file = await files.read(id);
    if (file === null) continue;
    written += 1;
    for await (const chunk of inPieces(file.stream(), fileChunk)) {
      await write(`${JSON.stringify({ file: id, bytes: chunk.toString('base64') })}\n`);
    }
  }
  return written;
}

/** The same bytes in pieces of `size`, so that a backup does not depend on how a disk hands them out. */
async function* inPieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    for (; waiting.length >= size; waiting = waiting.subarray(size)) yield waiting.subarray(0, size);
  }
  if (waiting.length > 0) yield waiting;
}

async function writeTable(
  trx: Transaction<Tables>,
  table: BackupTable,
  workspaceId: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const order = ['workspace_id', ...table.key].map((column) => sql.ref(column));
  // PostgreSQL writes the JSON: what it stored is what is kept, to the last digit.
  const cursor = sql.raw(`backup_${table.name}`);
  await sql`
    declare ${cursor} no scroll cursor for
    select to_jsonb(kept)::text as row from ${sql.table(table.name)} as kept
    where workspace_id = ${sql.lit(workspaceId)} order by ${sql.join(order)}`.execute(trx);
  let written = 0;
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.raw(String(rowsAtOnce))} from ${cursor}`.execute(trx);
    if (rows.length === 0) break;
    written += rows.length;
    await write(`{"table":${JSON.stringify(table.name)},"rows":[${rows.map(({ row }) => row).join(',')}]}\n`);
  }
  await sql`close ${cursor}`.execute(trx);
  return written;
}
