/**
 * Losing nothing: the server and its database are killed at random moments while clients write. What was acknowledged is
 * there, the numbers have no gap, the feed equals the tables, and a client that followed through it all has the same.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { FollowingClient } from './following-client.ts';
import { startServerProcess, stopServerProcess } from './server-process.ts';
import { TestApi } from './test-api.ts';

const isSoak = process.env['SHORTLIST_SOAK'] === '1';
const kills = isSoak ? 120 : 6;
const writers = 4;

test(
  `${kills} kills under write load lose nothing that was acknowledged`,
  { timeout: isSoak ? 1_800_000 : 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shortlist-kill-'));
    const seed = Number(process.env['SHORTLIST_SEED'] ?? Date.now() % 2 ** 31);
    const random = seeded(seed);
    let server = await startServerProcess(folder);
    const api = new TestApi(() => server.url);
    const client = new FollowingClient(
      () => server.url,
      () => api.secret,
    );
    const load = new WriteLoad(api);
    try {
      await api.setUp((await readFile(join(folder, 'setup-token'), 'utf8')).trim());
      client.follow();
      load.start();
      for (let round = 0; round < kills; round += 1) {
        await wait(100 + random() * 500);
        const what = (['server', 'database', 'both'] as const)[Math.floor(random() * 3)] ?? 'both';
        if (what !== 'server') await killDatabase(folder);
        if (what !== 'database') {
          server.process.kill('SIGKILL');
          await once(server.process, 'exit');
          server = await startServerProcess(folder);
        }
        await api.untilReady();
      }
      await load.stop();
      const feed = await api.wholeFeed();
      const note = `seed ${seed}, ${load.acknowledged.size} commands`;
      assert.ok(load.acknowledged.size > kills, `too little was written to prove anything: ${note}`);
      assert.deepEqual(
        feed.map((change) => change.seq),
        feed.map((_, index) => index + 1),
        note,
      );
      const captured = feed
        .filter((change) => change.event === 'idea.captured')
        .map((change) => String(change.value?.['problem']));
      assert.equal(new Set(captured).size, captured.length, `a retry was done twice: ${note}`);
      const inFeed = new Set(captured);
      for (const problem of load.acknowledged) assert.ok(inFeed.has(problem), `${problem} was acknowledged and is lost: ${note}`);
      const folded = fold(feed);
      assert.deepEqual(await api.allIdeas(), folded, `the feed is not the tables: ${note}`);
      await client.reaches(feed.length);
      assert.deepEqual(fold(client.changes), folded, `the client is not the tables: ${note}`);
    } finally {
      client.close();
      await stopServerProcess(server);
      // What a killed database has left running may write until it finds out.
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  },
);

async function killDatabase(folder: string): Promise<void> {
  const pid = Number(
    (await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  // Between two kills there may be none just now.
  if (!Number.isInteger(pid) || pid <= 1) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}

/** Clients that capture ideas one after the other and retry with the same key until they are answered. */
class WriteLoad {
  readonly acknowledged = new Set<string>();
  private readonly api: TestApi;
  private running: Promise<void>[] = [];
  private isStopping = false;

  constructor(api: TestApi) {
    this.api = api;
  }

  start(): void {
    this.running = Array.from({ length: writers }, (_, writer) => this.write(writer));
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.running);
  }

  private async write(writer: number): Promise<void> {
    for (let index = 0; !this.isStopping; index += 1) {
      const problem = `Writer ${writer}, idea ${index}`;
      await this.api.untilAnswered('idea.capture', { problem });
      this.acknowledged.add(problem);
    }
  }
}

function fold(changes: readonly { entity: string; id: string; value: unknown }[]): Record<string, unknown> {
  const ideas = new Map<string, unknown>();
  for (const { entity, id, value } of changes) if (entity === 'idea') ideas.set(id, value);
  return Object.fromEntries([...ideas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Mulberry-like: enough to choose moments, and the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
