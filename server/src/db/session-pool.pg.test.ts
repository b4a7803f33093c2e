import assert from 'node:assert/strict';
import test from 'node:test';
import { openPool } from './session-pool.ts';
import { createTestDatabase } from './test-database.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a pool has ended when its sessions are closed, not when they were asked to', async (t) => {
  const { url, drop } = await createTestDatabase();
  t.after(drop);
  const { pool, end } = openPool({ connectionString: url, max: 3 }, SILENT);
  let closed = 0;
  pool.on('connect', (client) => client.once('end', () => (closed += 1)));
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  for (const client of clients) client.release();
  await end();
  assert.equal(closed, 3);
});
