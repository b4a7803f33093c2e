/** Test the restore, not the backup: everything comes back, the second backup has the same bytes, and half a file restores nothing. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { receiveFile } from '../attachment/received-files.ts';
import type { Database } from '../db/connect.ts';
import { withTestDatabase } from '../db/test-database.ts';
import { fileStore, type FileStore } from '../files/file-store.ts';
import { finishedHistory, makeTestWorkspace } from '../test/test-workspace.ts';
import { authenticate } from '../workspace/authenticate.ts';
import { backupTables } from './backup-tables.ts';
import { BackupError, restoreBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

async function linesOf(database: Database, workspaceId: string, files: FileStore): Promise<string[]> {
  const lines: string[] = [];
  await writeBackup(database.db, workspaceId, files, async (line) => void lines.push(line));
  return lines;
}

/** Files in a folder of their own, removed afterwards. */
async function withFiles<T>(body: (files: FileStore) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-files-'));
  try {
    return await body(fileStore(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withFile<T>(content: Buffer, body: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-backup-'));
  try {
    const file = join(folder, 'test.backup.gz');
    await writeFile(file, content);
    return await body(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A workspace with something in every part of the loop; answers its backup. */
async function filled(database: Database, files: FileStore) {
  const workspace = await makeTestWorkspace(database);
  await finishedHistory(workspace, 30);
  const itemId = await workspace.readyStory('Kept for ever');
  await workspace.owner.call('backlog.commit', { itemId, teamId: workspace.team.id });
  await workspace.owner.call('token.create', { name: 'CI' }, { idempotencyKey: 'one' });
  // Larger than one piece of a backup, and no multiple of it.
  const bytes = Buffer.alloc(2_000_003, 'shortlist ');
  const sender = { workspaceId: workspace.workspaceId, memberId: workspace.owner.id, now: workspace.road.now };
  const received = await receiveFile(database.db, files, sender, { bytes: Readable.from([bytes]), claimedType: 'text/plain' });
  assert.ok('fileId' in received);
  await workspace.owner.call('attachment.add', { fileId: received.fileId, subjectId: itemId, name: 'Notes.txt' });
  return { workspace, fileId: received.fileId, bytes, lines: await linesOf(database, workspace.workspaceId, files) };
}

test('a restored backup has the same rows, logins and bytes', async () => {
  await withTestDatabase(async (database) => {
    await withFiles(
      async (files) =>
        await withFiles(async (secondFiles) => {
          const { workspace, lines, fileId, bytes } = await filled(database, files);
          await withFile(gzipSync(lines.join('')), async (file) => {
            await withTestDatabase(async (second) => {
              const counts = await restoreBackup(second, secondFiles, file);
              assert.ok((counts['change'] ?? 0) > 60);
              assert.equal(counts['file'], 1);
              assert.deepEqual(await linesOf(second, workspace.workspaceId, secondFiles), lines);
              assert.deepEqual(await buffer((await secondFiles.read(fileId))?.stream() ?? Readable.from([])), bytes);
              const { secret } = workspace.owner;
              const known = await authenticate(second.db, secret, 'api', workspace.road.now);
              assert.ok(known?.kind === 'known' && known.actor.memberId === workspace.owner.id, 'the session was lost');
              await assert.rejects(
                restoreBackup(second, secondFiles, file),
                (error) => error instanceof BackupError && /There is a workspace here already/.test(error.message),
              );
            });
          });
        }),
    );
  });
});

test('no table with a workspace is left out of a backup, but for what is learned from the feed again', async () => {
  await withTestDatabase(async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id'`.execute(db);
    const others = rows.map((row) => row.name).filter((name) => !backupTables.some((table) => table.name === name));
    assert.deepEqual(others.toSorted(), ['installation', 'search_word', 'search_words_read']);
  });
});

test('a file that is cut, damaged, foreign or newer restores nothing and says why', async () => {
  await withTestDatabase(async (database) => {
    await withFiles(async (files) => {
      const { lines } = await filled(database, files);
      const whole = lines.join('');
      const newer = whole.replace('"0001-spine"', '"0001-spine","9999-later"');
      const lost = lines.filter((line) => !line.startsWith('{"table":"story"')).join('');
      const noFile = lines.filter((line) => !line.startsWith('{"file"')).join('');
      const cases: readonly (readonly [Buffer, RegExp])[] = [
        [gzipSync(lines.slice(0, -1).join('')), /cut off/],
        [gzipSync(whole).subarray(0, 2000), /cut off/],
        [Buffer.from('hello'), /not a backup/],
        [gzipSync('{"a":1}\n'), /not a backup/],
        [gzipSync(whole.replace('{"table"', '{"tab')), /damaged|not a part/],
        [gzipSync(newer), /newer Shortlist/],
        [gzipSync(noFile), /should hold 1 rows of file and holds 0/],
        [gzipSync(lost), /should hold 1 rows of story and holds 0/],
        [gzipSync(''), /is empty/],
      ];
      await withTestDatabase(async (empty) => {
        for (const [content, message] of cases) {
          await withFile(content, async (file) => {
            await assert.rejects(
              restoreBackup(empty, files, file),
              (error) => error instanceof BackupError && message.test(error.message),
              String(message),
            );
          });
        }
        assert.equal((await empty.db.selectFrom('change').select('seq').execute()).length, 0);
        await withFile(gzipSync(whole), (file) => restoreBackup(empty, files, file));
      });
    });
  });
});
