// The rules are those of docs/feed-spec.md; each test names the ones it shows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeChanges } from '../changes/test-changes.ts';
import { openSocket, type TestSocket } from '../test-feed.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => {
  await server.end();
});

const capture = async (problem = 'Something'): Promise<number> => (await server.post('idea.capture', { problem })).body.seq;
const lastSeqOf = (socket: TestSocket): number => socket.changes().at(-1)?.seq ?? 0;

/** A socket that was greeted and then stops reading, while so much is written that no buffer between the two holds it. */
async function slowSocket(
  count: number,
  size: number,
): Promise<{ readonly slow: TestSocket; readonly start: number; readonly last: number }> {
  const { database } = server.road;
  const { workspace_id: workspace } = await database.db
    .selectFrom('installation')
    .select('workspace_id')
    .executeTakeFirstOrThrow();
  const start = await capture();
  const slow = await openSocket(server.url, start, { secret: server.owner });
  const quick = await openSocket(server.url, start, { secret: server.owner });
  // Word of a notice may have come with the greeting.
  await slow.until(() => slow.messages.length > 0);
  slow.socket.pause();
  // In parts, as followers that are not slow must not fall behind.
  let last = start;
  for (let written = 0; written < count; written += 1_000) {
    last = await writeChanges(database, { count: 1_000, size, workspace, at: new Date().toISOString() });
    server.road.wake(workspace);
    await quick.until(() => lastSeqOf(quick) === last);
  }
  quick.socket.close();
  return { slow, start, last };
}

test('a client that does not read is not written to, and gets the rest when it reads again (4.1)', async () => {
  const { slow, start, last } = await slowSocket(4_000, 4_000);
  slow.socket.resume();
  await slow.until(() => lastSeqOf(slow) === last);
  assert.deepEqual(
    slow.changes().map(({ seq }) => seq),
    Array.from({ length: last - start }, (_, index) => start + 1 + index),
  );
  slow.socket.close();
});

test('a client that did not read for more than 5,000 changes is sent for a snapshot (4.1, 4.2)', async () => {
  const { slow, last } = await slowSocket(12_000, 2_500);
  slow.socket.resume();
  await slow.closed;
  assert.equal(slow.messages.at(-1)?.type, 'reset');
  assert.ok(lastSeqOf(slow) < last - 5_000);
});
