/**
 * A backup: one consistent snapshot of every table, as JSON lines, taken while others write. The same state gives the
 * same bytes. It holds password and key hashes and is a secret.
 */
import { sql, type Kysely, type Transaction } from 'kysely';
import { readMigrations, MIGRATIONS_FOLDER } from '../db/migrate.ts';
import type { Tables } from '../db/tables.ts';
import { backupFormat, backupTables, type BackupTable } from './backup-tables.ts';

const rowsAtOnce = 1000;

/** `write` is awaited for every line, so a slow reader slows the backup and never fills the memory. */
export async function writeBackup(
  db: Kysely<Tables>,
  workspaceId: string,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const migrations = (await readMigrations(MIGRATIONS_FOLDER)).map((migration) => migration.name);
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await write(`${JSON.stringify({ backup: 'shortlist', format: backupFormat, workspaceId, migrations })}\n`);
      const counts: Record<string, number> = {};
      for (const table of backupTables) counts[table.name] = await writeTable(trx, table, workspaceId, write);
      await write(`${JSON.stringify({ end: true, counts })}\n`);
    });
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
