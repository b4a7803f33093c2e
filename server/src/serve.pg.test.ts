import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

interface Output {
  out: string;
  err: string;
}

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function start(
  t: TestContext,
  dataDir: string,
  args: readonly string[] = [],
): { child: ChildProcess; output: Output; exit: Promise<number | null> } {
  const child = spawn(process.execPath, [main, '--data', dataDir, '--port', '0', ...args], {
    env: { PATH: process.env['PATH'], SHORTLIST_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Only where the test failed before it ended it.
  t.after(() => child.kill('SIGKILL'));
  const output: Output = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (output.out += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.err += String(chunk)));
  return { child, output, exit: once(child, 'close').then(([code]) => code) };
}

type Started = ReturnType<typeof start>;

async function untilRunning({ child, output, exit }: Started): Promise<string> {
  let hasEnded = false;
  void exit.then(() => (hasEnded = true));
  while (!output.out.includes('Ctrl+C')) {
    if (hasEnded) throw new Error(output.err);
    await Promise.race([once(child.stdout ?? child, 'data'), exit]);
  }
  return /http:\/\/127\.0\.0\.1:\d+/.exec(output.out)?.[0] ?? '';
}

test('a server says where it is and how its owner is made, refuses a second one on its folder, and stops when told', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-serve-'));
  const server = start(t, dataDir);
  const url = await untilRunning(server);
  const secret = (await readFile(join(dataDir, 'setup-token'), 'utf8')).trim();
  assert.ok(server.output.out.includes(`${url}/setup#${secret}\n`), server.output.out);
  assert.equal((await stat(join(dataDir, 'setup-token'))).mode & 0o777, 0o600);
  assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), { status: 'ok', version: '0.1.0' });

  const second = start(t, dataDir);
  assert.equal(await second.exit, 1);
  assert.match(second.output.err, /^Another Shortlist server \(pid \d+\) already uses the folder .+\n$/);
  assert.equal(second.output.out, '');

  server.child.kill('SIGTERM');
  assert.equal(await server.exit, 0, server.output.err);
  assert.equal(server.output.err, '');
  await rm(dataDir, { recursive: true, force: true });
});

test('whoever read what it says may be gone: it stops as it should, with its database', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-serve-'));
  const server = start(t, dataDir);
  await untilRunning(server);
  const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  await stat(pidFile);
  server.child.stdout?.destroy();
  server.child.stderr?.destroy();
  server.child.kill('SIGTERM');
  assert.equal(await server.exit, 0);
  await assert.rejects(stat(pidFile), { code: 'ENOENT' });
  await rm(dataDir, { recursive: true, force: true });
});

test('a port that is taken is named in one line, and the database is closed again', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-serve-'));
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const refused = start(t, dataDir, ['--port', String(port)]);
  assert.equal(await refused.exit, 1);
  assert.equal(
    refused.output.err,
    `Port ${port} on 127.0.0.1 is taken by another program; choose one with --port, or stop that program.\n`,
  );
  const server = start(t, dataDir);
  await untilRunning(server);
  server.child.kill('SIGINT');
  assert.equal(await server.exit, 0, server.output.err);
  await rm(dataDir, { recursive: true, force: true });
});

test('wrong settings end it before anything is opened', async (t) => {
  const refused = start(t, '/nowhere', ['--port', 'many']);
  assert.equal(await refused.exit, 2);
  assert.match(refused.output.err, /^--port must be a number from 0 to 65535\.\n/);
});
