import { constants, existsSync, rmSync } from 'node:fs';
import { access, mkdtemp, readFile, readdir, realpath, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { clusterFolder, DATABASE_USER } from './embedded/cluster-folder.ts';
import { bringUp, prepareFolder } from './embedded/embedded-postgres.ts';
import { findPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { isAlive } from './embedded/process-facts.ts';

// A throw-away PostgreSQL for tests, in memory where there is room, else in a temporary folder. It may lose everything in a power
// cut, and is the faster for it.

const PREFIX = 'shortlist-test-';
const UNSAFE = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // Databases live for seconds here: what would tidy them up has nothing to do, and the log of them is not kept.
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
};
/** A disk in memory, where there is one: a database of some hundred files is copied there in a tenth of the time. */
const MEMORY = '/dev/shm';
/** What is free on it before it is used. A whole run takes a fifth of it. */
const ROOM = 1024 ** 3;
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

/** Starts one, in a second or two. Nothing of it keeps our process alive; whoever starts it stops it. */
export async function startTestCluster({ isSafe = false }: TestClusterOptions = {}): Promise<TestCluster> {
  await removeAbandoned();
  const base = !isSafe && (await hasRoom(MEMORY)) ? MEMORY : tmpdir();
  const dataDir = await realpath(await mkdtemp(join(base, PREFIX)));
  await writeFile(join(dataDir, 'holder'), String(process.pid));
  const folder = await prepareFolder({ dataDir, log: SILENT, settings: isSafe ? {} : UNSAFE });
  const { pid, config, owner } = await bringUp(folder);
  if (!isSafe && folder.major >= 16) await makeSigningInCheap(owner, String(config.password));
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

/** Whether the folder is there, for us to write in, with room for a whole run. */
async function hasRoom(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null || disk.bavail * disk.bsize < ROOM) return false;
  return await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** A session's password is hashed four thousand times on both sides, and tests open thousands of sessions. Came with PostgreSQL 16. */
async function makeSigningInCheap(owner: pg.Client, password: string): Promise<void> {
  await owner.query('set scram_iterations = 1');
  await owner.query(`alter role ${DATABASE_USER} password ${owner.escapeLiteral(password)}`);
}

/** Blocks, for three seconds at most: an exiting process runs no timers. */
function waitUntilGone(file: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 3_000 && existsSync(file); waited += 10) Atomics.wait(sleeper, 0, 0, 10);
}

/** Clusters of test runs that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const base of [MEMORY, tmpdir()]) await removeAbandonedIn(base);
}

async function removeAbandonedIn(base: string): Promise<void> {
  const names = (await readdir(base).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = join(base, name);
    const holder = Number(await readFile(join(dataDir, 'holder'), 'utf8').catch(() => '0'));
    if (!holder || (await isAlive(holder))) continue;
    const left = await findPostmaster(dataDir);
    if (left) await stopPostmaster(left.pid, dataDir);
    await rm(dataDir, { recursive: true, force: true });
    if (left) await rmdir(left.socketFolder).catch(() => undefined);
  }
}
