// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import fc from 'fast-check';
import type { Database } from '../db/connect.ts';
import { createTestDatabase, withTestDatabase } from '../db/test-database.ts';
import { openDatabase } from '../db/connect.ts';
import { FeedHub, type FeedStep, type Following } from './feed.ts';
import { readFeedPage } from './feed-page.ts';
import { writeChanges, workspaceId } from './test-changes.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = '2026-11-22T12:00:00.000Z';
const never = 2 ** 31 - 1;

function hubOn(database: Database, pollMs = never): FeedHub {
  return new FeedHub({ database, log: silent, clock: () => now, pollMs });
}

const seqsOf = (step: FeedStep | undefined): readonly (number | 'reset')[] =>
  step === undefined ? [] : step.kind === 'reset' ? ['reset'] : step.lines.map((line) => line.seq);

/** What a follower is given until it has `count` entries. */
async function take({ steps }: Following, count: number): Promise<readonly (number | 'reset')[]> {
  const taken: (number | 'reset')[] = [];
  while (taken.length < count) {
    const { value, done } = await steps.next();
    if (done === true) break;
    taken.push(...seqsOf(value));
  }
  return taken;
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

interface Scene {
  readonly database: Database;
  readonly hub: FeedHub;
  readonly follow: (after: number | null, maxBehind?: number) => Promise<Following>;
}

/** A hub on a fresh database; followers and hub are ended afterwards. */
async function withHub(body: (scene: Scene) => Promise<void>, pollMs?: number): Promise<void> {
  await withTestDatabase(async (database) => {
    const hub = hubOn(database, pollMs);
    const ending = new AbortController();
    const follow: Scene['follow'] = (after, maxBehind = Infinity) =>
      hub.follow({ workspaceId, after, signal: ending.signal, maxBehind });
    try {
      await body({ database, hub, follow });
    } finally {
      ending.abort();
      await hub.close();
    }
  });
}

test('a follower gets every change after the one it names, then those that come (3.1, 3.3)', () =>
  withHub(async ({ database, hub, follow }) => {
    await writeChanges(database, { count: 5 });
    const following = await follow(2);
    assert.equal(following.seq, 5);
    assert.deepEqual(await take(following, 3), [3, 4, 5]);
    await writeChanges(database, { count: 2 });
    hub.wake(workspaceId);
    assert.deepEqual(await take(following, 2), [6, 7]);
  }));

test('a follower that names no place hears only what comes (3.2)', () =>
  withHub(async ({ database, hub, follow }) => {
    await writeChanges(database, { count: 3 });
    const following = await follow(null);
    await writeChanges(database);
    hub.wake(workspaceId);
    assert.deepEqual(await take(following, 1), [4]);
  }));

test('a place that is older than thirty days, or not reached yet, is answered with reset and nothing after it (3.4)', () =>
  withHub(async ({ database, follow }) => {
    await writeChanges(database, { count: 3, at: '2026-10-01T00:00:00.000Z' });
    await writeChanges(database, { count: 2 });
    for (const after of [0, 2, 6, 1_000_000]) assert.deepEqual(await take(await follow(after), 5), ['reset'], `after ${after}`);
    assert.deepEqual(await take(await follow(3), 2), [4, 5]);
  }));

test('a log with a gap is answered with reset, never with what lies behind it (3.4, 3.9)', () =>
  withHub(async ({ database, follow }) => {
    await writeChanges(database, { count: 5 });
    await sql`delete from change where seq = 3`.execute(database.db);
    assert.deepEqual(await take(await follow(0), 5), ['reset']);
    assert.deepEqual(await take(await follow(3), 2), [4, 5]);
  }));

test('a follower too far behind is sent for a snapshot, one that takes its time is served everything (4.2)', () =>
  withHub(async ({ database, hub, follow }) => {
    await writeChanges(database);
    const hasty = await follow(1, 10);
    const patient = await follow(1);
    await writeChanges(database, { count: 11 });
    hub.wake(workspaceId);
    assert.deepEqual(await take(patient, 11), range(2, 12));
    assert.deepEqual(await take(hasty, 11), ['reset']);
  }));

test('followers at different places are given the same texts, read once (3.7)', () =>
  withHub(async ({ database, hub, follow }) => {
    const followers = await Promise.all(Array.from({ length: 20 }, () => follow(null)));
    await writeChanges(database, { count: 3 });
    hub.wake(workspaceId);
    const steps = await Promise.all(followers.map(({ steps: walk }) => walk.next()));
    const lines = steps.map(({ value }) => (value?.kind === 'changes' ? value.lines : []));
    assert.deepEqual(
      lines[0]?.map((line) => line.seq),
      [1, 2, 3],
    );
    for (const other of lines) for (const [index, line] of other.entries()) assert.equal(line, lines[0]?.[index]);
  }));

test('one step holds a bounded text, and a single change may be larger (4.3)', () =>
  withHub(async ({ database, follow }) => {
    await writeChanges(database, { count: 6, size: 100_000 });
    await writeChanges(database, { count: 1, size: 600_000 });
    await writeChanges(database, { count: 1 });
    const { steps } = await follow(0);
    const sizes = [];
    for (let seq = 0; seq < 8;) {
      const { value } = await steps.next();
      assert.equal(value?.kind, 'changes');
      if (value?.kind !== 'changes') return;
      seq = value.lines.at(-1)?.seq ?? 8;
      sizes.push(value.lines.length);
    }
    assert.deepEqual(sizes, [2, 2, 2, 1, 1]);
  }));

test('one wake-up is enough for more than a page (3.1, 3.7)', () =>
  withHub(async ({ database, hub, follow }) => {
    const following = await follow(null);
    await writeChanges(database, { count: 1_200 });
    hub.wake(workspaceId);
    assert.deepEqual(await take(following, 1_200), range(1, 1_200));
  }));

test('a page ends before it is too large to hold, and always has something', () =>
  withTestDatabase(async (database) => {
    // Random letters, which PostgreSQL cannot store any smaller.
    await writeChanges(database, { count: 4 });
    await sql`update change set value = jsonb_build_object('text',
      (select string_agg(md5(random()::text || i), '') from generate_series(1, 40000) as i))`.execute(database.db);
    const { lines, hasMore } = await readFeedPage(database.db, workspaceId, 0);
    assert.equal(lines[0]?.seq, 1);
    assert.ok(lines.length >= 1 && lines.length < 4, `${lines.length}`);
    assert.equal(hasMore, true);
    assert.equal((await readFeedPage(database.db, workspaceId, 3)).hasMore, false);
  }));

test('a change is the JSON of what was written, with its time in milliseconds', () =>
  withTestDatabase(async (database) => {
    await writeChanges(database, { at: '2026-11-22T10:00:00.000Z' });
    await sql`update change set value = null`.execute(database.db);
    const { lines } = await readFeedPage(database.db, workspaceId, 0);
    const change = {
      seq: 1,
      event: 'idea.captured',
      entity: 'idea',
      id: 'idea_1',
      at: '2026-11-22T10:00:00.000Z',
      by: null,
      via: 'api',
    };
    assert.deepEqual(JSON.parse(lines[0]?.json ?? ''), { ...change, value: null });
  }));

test('what no wake-up told is found by asking the table (3.6)', () =>
  withHub(async ({ database, follow }) => {
    const following = await follow(null);
    await writeChanges(database, { count: 2 });
    assert.deepEqual(await take(following, 2), [1, 2]);
  }, 20));

/** Resolves when so many hubs listen to this database; answers the processes of their sessions. */
async function listeners(database: Database, count: number): Promise<readonly number[]> {
  for (;;) {
    const { rows } = await database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where query like '%listen shortlist_feed' and state = 'idle' and datname = current_database()`,
    );
    if (rows.length >= count) return rows.map(({ pid }) => pid);
  }
}

test('a follower sees another process’s changes by its NOTIFY alone (3.6, 3.8)', async () => {
  const { database, url, drop } = await createTestDatabase();
  const other = await openDatabase({ databaseUrl: url, log: silent });
  const hub = hubOn(database);
  const otherHub = hubOn(other);
  const ending = new AbortController();
  const following = await hub.follow({ workspaceId, after: null, signal: ending.signal });
  await listeners(database, 2);
  const taken = take(following, 200);
  for (let index = 0; index < 100; index += 1) {
    await writeChanges(other, { count: 2 });
    otherHub.wake(workspaceId);
  }
  assert.deepEqual(await taken, range(1, 200));
  ending.abort();
  await Promise.all([hub.close(), otherHub.close()]);
  await other.close();
  await drop();
});

test('a broken listening session is opened again, and what happened meanwhile is found (3.6)', () =>
  withHub(async ({ database, follow }) => {
    const following = await follow(null);
    const [pid] = await listeners(database, 1);
    await writeChanges(database);
    await database.pool.query('select pg_terminate_backend($1)', [pid]);
    // Nobody wakes the hub: the new session does.
    assert.deepEqual(await take(following, 1), [1]);
  }));

test('what a member is to be told while the session of the teller is broken is told by its next one (7.1)', async () => {
  const { database, url, drop } = await createTestDatabase();
  const hub = hubOn(database);
  const [listening] = await listeners(database, 1);
  const other = await openDatabase({ databaseUrl: url, log: silent });
  const otherHub = hubOn(other);
  const pids = await listeners(database, 2);
  const told = new Promise<void>((resolve) => hub.listenFor('mem_1', resolve));
  await database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid where pid <> $2', [pids, listening]);
  otherHub.tell('mem_1');
  await told;
  await Promise.all([hub.close(), otherHub.close()]);
  await other.close();
  await drop();
});

test('writers that commit in any order leave no follower a gap (1.1, 3.1)', async () => {
  await withHub(async ({ database, hub, follow }) => {
    let expected = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ count: fc.integer({ min: 1, max: 4 }), holdMs: fc.integer({ min: 0, max: 8 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(20),
        async (writers, back) => {
          const start = Math.max(0, expected - back);
          const total = expected + writers.reduce((sum, { count }) => sum + count, 0);
          const taken = take(await follow(start), total - start);
          await Promise.all(
            writers.map(async (writer) => {
              await writeChanges(database, writer);
              hub.wake(workspaceId);
            }),
          );
          expected = total;
          assert.deepEqual(await taken, range(start + 1, total));
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('a follower ends when its signal does, and one workspace knows nothing of another', () =>
  withHub(async ({ database, hub, follow }) => {
    const ending = new AbortController();
    const leaving = await hub.follow({ workspaceId, after: null, signal: ending.signal });
    const staying = await follow(null);
    const waiting = leaving.steps.next();
    ending.abort();
    assert.equal((await waiting).done, true);
    await writeChanges(database, { workspace: 'wsp_2', count: 3 });
    hub.wake('wsp_2');
    await writeChanges(database);
    hub.wake(workspaceId);
    assert.deepEqual(await take(staying, 1), [1]);
  }));
