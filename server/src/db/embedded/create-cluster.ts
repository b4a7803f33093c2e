import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterFolder, DATABASE_USER, databaseFolder } from './cluster-folder.ts';
import { runProgramAs, type RunAs } from './run-as.ts';
import { errorCode } from '../error-code.ts';

// Makes an empty database under a temporary name and gives it its name by one rename: a half-made one is never mistaken for a whole.

const UNFINISHED = 'postgres.new-';

export interface ClusterProgram {
  readonly binDir: string;
  readonly major: number;
  readonly runAs: RunAs;
}

/** Makes the cluster if the data folder has none (a few seconds), and removes what interrupted attempts left. Call under the start lock. */
export async function createClusterIfMissing(dataDir: string, program: ClusterProgram): Promise<'made' | 'found'> {
  await removeUnfinished(dataDir);
  if (await stat(clusterFolder(dataDir)).catch(() => null)) return 'found';
  const unfinished = await mkdtemp(join(dataDir, UNFINISHED));
  try {
    await initialize(unfinished, program);
    await rename(unfinished, databaseFolder(dataDir));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) return 'found';
    throw error;
  }
  await syncFolder(dataDir);
  return 'made';
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(UNFINISHED)) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

async function initialize(folder: string, { binDir, major, runAs }: ClusterProgram): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(join(folder, 'password'), password, { mode: 0o600, flush: true });
  // initdb reads the password as the user it runs as, who may not read ours.
  const handedOver = join(folder, 'password-for-initdb');
  await writeFile(handedOver, password, { mode: 0o600 });
  const cluster = join(folder, 'cluster');
  await mkdir(cluster, { mode: 0o700 });
  if (runAs.way === 'setuid') {
    await chmod(folder, 0o711);
    for (const path of [handedOver, cluster]) await chown(path, runAs.uid, runAs.gid);
  }
  const access = ['--username', DATABASE_USER, '--pwfile', handedOver, '--auth=scram-sha-256'];
  await runProgramAs(runAs, join(binDir, 'initdb'), [
    '-D',
    cluster,
    ...access,
    '--encoding=UTF8',
    ...locale(major),
    '--no-instructions',
  ]).catch((error: unknown) => {
    throw new Error(`The database could not be made in ${folder}: ${lastWords(error)}`);
  });
  await rm(handedOver);
}

/** The builtin provider sorts alike on every system and for ever; it came with PostgreSQL 17. */
function locale(major: number): readonly string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C', '--lc-ctype=C.UTF-8'];
}

function lastWords(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr.split('\n').at(-1) || (error instanceof Error ? error.message : String(error));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Throws one clear line when the folder's database was made by another major version of PostgreSQL than `major`. */
export async function checkMajorVersion(dataDir: string, major: number): Promise<void> {
  const found = (await readFile(join(clusterFolder(dataDir), 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (found === String(major)) return;
  const holds = found ? `was made by PostgreSQL ${found}` : 'is not a whole PostgreSQL database (PG_VERSION is missing)';
  throw new Error(
    `The database in ${clusterFolder(dataDir)} ${holds}, and this Shortlist brings PostgreSQL ${major}; start the Shortlist that made it, take a backup, and restore that into an empty folder.`,
  );
}
