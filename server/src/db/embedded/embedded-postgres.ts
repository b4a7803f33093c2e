import { chmod, chown, lchown, mkdir, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseLog } from '../database-log.ts';
import { clusterFolder, DATABASE_NAME, DATABASE_USER, databaseFolder, logFile, passwordFile } from './cluster-folder.ts';
import { checkMajorVersion, createClusterIfMissing } from './create-cluster.ts';
import { connectWhenReady } from './first-connection.ts';
import { locateBinaries, majorVersion } from './locate-binaries.ts';
import { describeOtherOwner, ownerName, takeOwnership } from './ownership.ts';
import { findPostmaster, isPostmasterOf, startPostmaster, type Postmaster } from './postmaster.ts';
import { copyBinaries, linkLibraries } from './prepare-binaries.ts';
import { lastFatalLine, rotateLog } from './server-log.ts';
import { chooseRunAs, mayRun, type RunAs } from './run-as.ts';
import { socketFolder } from './socket-folder.ts';
import { withStartLock } from './start-lock.ts';

// Brings up the PostgreSQL of a data folder, whatever state the last run left it in, and makes the folder ours.

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: DatabaseLog;
  /** The folder of the programs to use instead of the package's; `PG_BIN_DIR` unless given. */
  readonly pgBinDir?: string | undefined;
  /** As root: one of the two ways, without asking the system which works. */
  readonly runAs?: 'namespace' | 'setuid' | undefined;
  /** Over the usual ones; for throw-away clusters of tests. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

const STARTS = 3;

/** What a start needs and does not change while the server lives. */
export interface PreparedFolder {
  readonly dataDir: string;
  readonly binDir: string;
  readonly major: number;
  readonly runAs: RunAs;
  readonly log: DatabaseLog;
  readonly settings: Readonly<Record<string, string>>;
}

/** A server that answers, and our session that owns its folder. */
export interface OwnedPostgres {
  readonly pid: number;
  readonly config: pg.ClientConfig;
  readonly owner: pg.Client;
}

/** Makes the data folder, finds the programs and the user for them. Starts nothing. */
export async function prepareFolder(options: EmbeddedOptions): Promise<PreparedFolder> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(options.dataDir);
  const binaries = await locateBinaries(options.pgBinDir ?? process.env['PG_BIN_DIR']);
  const runAs = await chooseRunAs(dataDir, options.runAs);
  // Nothing in the folder can be listed or read through this bit, only passed.
  if (runAs.way === 'setuid' && runAs.uid !== (await stat(dataDir)).uid) await chmod(dataDir, 0o711);
  let { binDir } = binaries;
  if (binaries.nativeDir) {
    const linked = await linkLibraries(binaries.nativeDir);
    if (!linked || !(await mayRun(runAs, join(binDir, 'postgres')))) binDir = await copyBinaries(binaries.nativeDir, dataDir);
  }
  return { dataDir, binDir, major: await majorVersion(binDir), runAs, log: options.log, settings: options.settings ?? {} };
}

/**
 * Adopts the server that runs on the folder, or starts one, and takes the folder. Waits as long as a running one starts, recovers or
 * stops. Throws one clear line when another Shortlist owns the folder, or when PostgreSQL does not start three times.
 */
export async function bringUp(folder: PreparedFolder): Promise<OwnedPostgres> {
  let failures = 0;
  while (failures < STARTS) {
    const running = await withStartLock(folder.dataDir, () => findOrStart(folder));
    const owned = running && (await own(folder, running));
    if (owned) return owned;
    // An adopted one may just have been stopping; that it is gone now is no failure.
    if (!running?.isAdopted) failures += 1;
  }
  throw new Error(await reasonOfFailure(folder.dataDir));
}

/** Null when the server ends before it is ours. */
async function own({ dataDir, log }: PreparedFolder, { pid }: Postmaster): Promise<OwnedPostgres | null> {
  const findConfig = async (): Promise<pg.ClientConfig | null> => {
    const now = await findPostmaster(dataDir);
    return now?.socketFolder ? await configFor(dataDir, now) : null;
  };
  const patience = setInterval(() => log.info({ pid }, 'waiting for the database, which starts, recovers or stops'), 5_000);
  const isGone = async (): Promise<boolean> => !(await isPostmasterOf(pid, dataDir));
  const connected = await connectWhenReady(findConfig, ownerName(), isGone).finally(() => clearInterval(patience));
  if (!connected) return null;
  const { client: owner, config } = connected;
  let otherOwner: string;
  try {
    if (await takeOwnership(owner)) return { pid, config, owner };
    otherOwner = await describeOtherOwner(owner, dataDir);
  } catch (error) {
    log.info({ error: String(error) }, 'the database went away while it was being opened');
    return null;
  }
  await owner.end();
  throw new Error(otherOwner);
}

interface FoundPostmaster extends Postmaster {
  readonly isAdopted: boolean;
}

async function findOrStart(folder: PreparedFolder): Promise<FoundPostmaster | null> {
  const { dataDir, binDir, major, runAs, log, settings } = folder;
  const found = await findPostmaster(dataDir);
  if (found) {
    log.info({ pid: found.pid }, 'adopting the database that is already running');
    return { ...found, isAdopted: true };
  }
  const state = await createClusterIfMissing(dataDir, { binDir, major, runAs });
  if (state === 'made') log.info({ folder: clusterFolder(dataDir) }, 'made a new database');
  await checkMajorVersion(dataDir, major);
  await giveCluster(dataDir, runAs);
  await rotateLog(dataDir);
  const child = await startPostmaster({
    dataDir,
    binDir,
    major,
    runAs,
    socketFolder: await socketFolder(dataDir, runAs),
    settings,
  });
  // Under the lock until its postmaster.pid can be seen, so that nobody starts another meanwhile.
  while (child.exitCode === null && child.signalCode === null) {
    const started = await findPostmaster(dataDir);
    if (started) return { ...started, isAdopted: false };
    await wait(10);
  }
  return null;
}

/** A folder may have been used as another user before: PostgreSQL insists on owning its files. */
async function giveCluster(dataDir: string, runAs: RunAs): Promise<void> {
  const cluster = clusterFolder(dataDir);
  const { uid } = await stat(cluster);
  if (process.getuid?.() !== 0 && uid !== runAs.uid) {
    throw new Error(
      `The database in ${cluster} belongs to user ${uid}, and Shortlist runs as user ${runAs.uid}; run it as that user, or chown -R the data folder.`,
    );
  }
  if (process.getuid?.() === 0) await chmod(databaseFolder(dataDir), runAs.way === 'setuid' ? 0o711 : 0o700);
  if (uid === runAs.uid) return;
  await chown(cluster, runAs.uid, runAs.gid);
  for (const entry of await readdir(cluster, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), runAs.uid, runAs.gid);
  }
}

async function configFor(dataDir: string, { socketFolder: host, port }: Postmaster): Promise<pg.ClientConfig> {
  const password = await readFile(passwordFile(dataDir), 'utf8');
  return { host, port, user: DATABASE_USER, password, database: DATABASE_NAME };
}

async function reasonOfFailure(dataDir: string): Promise<string> {
  const line = await lastFatalLine(dataDir);
  return `PostgreSQL does not start${line ? `: ${line}` : ''}; its log is ${logFile(dataDir)}.`;
}
