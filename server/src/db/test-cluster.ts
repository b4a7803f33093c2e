import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, readdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterFolder } from './embedded/cluster-folder.ts';
import { bringUp, prepareFolder } from './embedded/embedded-postgres.ts';
import { findPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process-facts.ts';

// A throw-away PostgreSQL for tests, in a temporary folder. It may lose everything in a power cut, and is the faster for it.

const PREFIX = 'shortlist-test-';
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface TestCluster {
  /** Of the maintenance database; its user may make databases. */
  readonly url: string;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** The same for a process that is just exiting, which can wait for nothing. */
  stopNow(): void;
}

/** `isSafe` runs it with the settings of a real one (fsync and all), for tests about losing nothing. */
export interface TestClusterOptions {
  readonly isSafe?: boolean;
}

/** Starts one, in about two seconds. Nothing of it keeps our process alive; whoever starts it stops it. */
export async function startTestCluster({ isSafe = false }: TestClusterOptions = {}): Promise<TestCluster> {
  await removeAbandoned();
  const dataDir = await realpath(await mkdtemp(join(tmpdir(), PREFIX)));
  await writeFile(join(dataDir, 'holder'), String(process.pid));
  const folder = await prepareFolder({ dataDir, log: SILENT, settings: isSafe ? {} : UNSAFE });
  const { pid, config, owner } = await bringUp(folder);
  await owner.end();
  const socketFolder = config.host ?? '';
  const url = `postgresql://${config.user}:${String(config.password)}@${encodeURIComponent(socketFolder)}:${config.port}/postgres`;
  return {
    url,
    stop: async () => {
      await stopPostmaster(pid, dataDir);
      await rm(dataDir, { recursive: true, force: true });
      await rmdir(socketFolder).catch(() => undefined);
    },
    stopNow: () => {
      try {
        process.kill(pid, 'SIGQUIT');
      } catch {
        // It ended before us.
      }
      waitUntilGone(join(clusterFolder(dataDir), 'postmaster.pid'));
      for (const gone of [dataDir, socketFolder]) rmSync(gone, { recursive: true, force: true });
    },
  };
}

/** Blocks, for three seconds at most: an exiting process runs no timers. */
function waitUntilGone(file: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 3_000 && existsSync(file); waited += 10) Atomics.wait(sleeper, 0, 0, 10);
}

/** Clusters of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = join(tmpdir(), name);
    const holder = Number(await readFile(join(dataDir, 'holder'), 'utf8').catch(() => '0'));
    if (!holder || (await isAlive(holder))) continue;
    const left = await findPostmaster(dataDir);
    if (left) await stopPostmaster(left.pid, dataDir);
    await rm(dataDir, { recursive: true, force: true });
    if (left) await rmdir(left.socketFolder).catch(() => undefined);
  }
}
