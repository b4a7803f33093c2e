/** What the server does by itself is really begun. What each job does is tested beside it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { FeedHub } from './changes/feed.ts';
import { lastSeq } from './changes/read-changes.ts';
import type { Database } from './db/connect.ts';
import { withTestDatabase } from './db/test-database.ts';
import { fileStore } from './files/file-store.ts';
import { startJobs, type JobParts } from './start-jobs.ts';
import { makeTestWorkspace } from './test/test-workspace.ts';

const log = pino({ level: 'silent' });

// A job that is not begun never moves its position: only then does the time run out.
test('what was written before the server started is learned by its jobs', { timeout: 120_000 }, async ({ signal }) => {
  await withTestDatabase(async (database) => {
    const { owner, road, workspaceId } = await makeTestWorkspace(database);
    await owner.call('idea.capture', { problem: 'The zeppelin is late' });
    const written = await lastSeq(database.db, workspaceId);
    await withJobs(database, { road, workspaceId }, async () => {
      while (!signal.aborted && (await learnedUpTo(database)) < written);
    });
    const { rows } = await sql`select from search_word where word = 'zeppelin'`.execute(database.db);
    assert.equal(rows.length, 1);
  });
});

async function withJobs(
  database: Database,
  parts: Pick<JobParts, 'road' | 'workspaceId'>,
  body: () => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-jobs-'));
  const hub = new FeedHub({ database, log, clock: parts.road.clock });
  const stop = startJobs({ ...parts, hub, store: fileStore(folder), mail: undefined, url: 'http://localhost', log });
  try {
    await body();
  } finally {
    await stop();
    await hub.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The `seq` that words are learned up to; 0 before the first time. */
async function learnedUpTo({ db }: Database): Promise<number> {
  const row = await db.selectFrom('search_words_read').select('seq').executeTakeFirst();
  return row?.seq ?? 0;
}
