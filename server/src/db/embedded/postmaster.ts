import { open, readFile, rm } from 'node:fs/promises';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { clusterFolder, logFile } from './cluster-folder.ts';
import { commandLine, isAlive, workingFolder } from './process-facts.ts';
import { spawnAs, type RunAs } from './run-as.ts';

// One PostgreSQL server process: find the one that runs, start one, stop one.

/** A running server of this data folder, as its `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  /** Empty until it has told. */
  readonly socketFolder: string;
  readonly port: number;
}

const PORT = 5432;
const FAST_MS = 15_000;
const IMMEDIATE_MS = 5_000;

/** What every embedded server runs with; nothing acknowledged may be lost, so the first three are not to be changed outside tests. */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: String(PORT),
  shared_buffers: '128MB',
  wal_level: 'replica',
  max_connections: '60',
  jit: 'off',
  // One process less at rest; nothing here subscribes to another database.
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // Values of rows and texts of statements stay out of the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The server that runs on this folder; null when none does, whatever its `postmaster.pid` says. */
export async function findPostmaster(dataDir: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFile(dataDir), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!pid || !(await isPostmasterOf(pid, dataDir))) return null;
  // It is written while we read: a line counts only when the next one has begun.
  const socketFolder = lines.length > 5 ? (lines[4] ?? '') : '';
  return { pid, socketFolder, port: Number(lines[3]) };
}

const pidFile = (dataDir: string): string => join(clusterFolder(dataDir), 'postmaster.pid');

/** True when the process is alive and is a PostgreSQL of this folder, by its command line or the folder it works in. */
export async function isPostmasterOf(pid: number, dataDir: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const cluster = clusterFolder(dataDir);
  const words = (await commandLine(pid)) ?? [];
  if (`${words.join(' ')} `.includes(`postgres -D ${cluster} `)) return true;
  return (await workingFolder(pid)) === cluster;
}

/** Three processes less at rest: reads are small and mostly in memory. The setting came with PostgreSQL 18. */
const SETTINGS_SINCE_18: Readonly<Record<string, string>> = { io_method: 'sync' };

export interface StartOptions {
  readonly dataDir: string;
  readonly binDir: string;
  readonly major: number;
  readonly runAs: RunAs;
  readonly socketFolder: string;
  /** Over the ones above; for throw-away clusters of tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts the server; it is not ready yet when this answers, and it outlives us if we are killed. Call under the start lock, when
 * `findPostmaster` has found none.
 */
export async function startPostmaster(options: StartOptions): Promise<ChildProcess> {
  const { dataDir, binDir, major, runAs, socketFolder, settings } = options;
  const socket = join(socketFolder, `.s.PGSQL.${PORT}`);
  await clearStale(dataDir, pidFile(dataDir), []);
  await clearStale(dataDir, `${socket}.lock`, [socket]);
  const all = { ...SETTINGS, ...(major >= 18 && SETTINGS_SINCE_18), unix_socket_directories: socketFolder, ...settings };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(logFile(dataDir), 'a', 0o600);
  try {
    const child = spawnAs(runAs, join(binDir, 'postgres'), ['-D', clusterFolder(dataDir), ...words], {
      stdio: ['ignore', log.fd, log.fd],
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/**
 * PostgreSQL refuses to start beside a lock file that names a living process, even if its number was given to another program since, or
 * nobody reaped it.
 */
async function clearStale(dataDir: string, lockFile: string, together: readonly string[]): Promise<void> {
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid || (await isPostmasterOf(pid, dataDir))) return;
  for (const file of [lockFile, ...together]) await rm(file, { force: true });
}

/**
 * Stops the server: sessions are ended and everything is written down ("fast"); after 15 seconds without that ("immediate", the
 * next start recovers), and after 5 more by force. Answers when it is gone.
 */
export async function stopPostmaster(pid: number, dataDir: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ] as const) {
    if (!(await isPostmasterOf(pid, dataDir))) return;
    process.kill(pid, signal);
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (!(await isPostmasterOf(pid, dataDir))) return;
      await wait(20);
    }
  }
}
