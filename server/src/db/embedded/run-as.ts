import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

// PostgreSQL refuses to run as root. Here it is decided as whom it runs, and every program of it is started.

/**
 * `self`: as the user we are. `namespace`: root, or a user without a name, dressed as nobody inside a user namespace. `setuid`: root,
 * as an unprivileged user.
 */
export type RunAsWay = 'self' | 'namespace' | 'setuid';

export interface RunAs {
  readonly way: RunAsWay;
  /** Who owns the cluster's files, as seen from outside a namespace. */
  readonly uid: number;
  readonly gid: number;
  readonly userName: string;
  /** Words put before every command. */
  readonly prefix: readonly string[];
}

const NOBODY = 65534;
const NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/** PostgreSQL needs little of the environment, and nothing of ours should reach it. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Chooses for a data folder that exists; `forced` takes one of root's two ways without asking the system (for tests).
 * Throws one clear line when nobody whom PostgreSQL accepts can enter the folder.
 */
export async function chooseRunAs(dataDir: string, forced?: 'namespace' | 'setuid'): Promise<RunAs> {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const userName = ownName();
  if (uid !== 0 && userName) return { way: 'self', uid, gid, userName, prefix: [] };

  const inNamespace: RunAs = {
    way: 'namespace',
    uid,
    gid,
    userName: `${userName ?? uid} (in a user namespace)`,
    prefix: NAMESPACE,
  };
  if (forced === 'namespace' || (forced !== 'setuid' && (await mayWrite(inNamespace, dataDir)))) return inNamespace;
  if (uid !== 0) {
    throw new Error(
      `PostgreSQL needs a user with a name, and user ${uid} has none in /etc/passwd; add one there, or start Shortlist as another user.`,
    );
  }
  const plain = await unprivileged(dataDir);
  // The folder itself is opened to it later; only the ones above may stand in the way.
  if (await mayEnter(plain, dirname(dataDir))) return plain;
  const reaching = withReach(plain);
  if (await mayEnter(reaching, dirname(dataDir))) return reaching;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${plain.userName} cannot enter ${dirname(dataDir)}; choose a folder outside /root with --data, such as /var/lib/shortlist, or start Shortlist as another user.`,
  );
}

/** The folder's owner, if that is a named user other than root; else `postgres`, else `nobody`. */
async function unprivileged(dataDir: string): Promise<RunAs> {
  const users = await passwd();
  const { uid } = await stat(dataDir);
  const user =
    users.find((candidate) => candidate.uid === uid && uid !== 0) ??
    users.find(({ userName }) => userName === 'postgres') ??
    users.find(({ userName }) => userName === 'nobody');
  return { way: 'setuid', ...(user ?? { uid: NOBODY, gid: NOBODY, userName: 'nobody' }), prefix: [] };
}

/** The same user, who may pass folders that are closed to it: the way out for a data folder below /root. */
function withReach(user: RunAs): RunAs {
  // The last one: without it the system leaves that right out of what access(2) answers, by which initdb looks for its programs.
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return { ...user, prefix: ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...keep, '--'] };
}

/** Starts a program as that user, in the root folder (ours may be closed to it), apart from our terminal's signals. */
export function spawnAs(runAs: RunAs, program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [file = program, ...words] = [...runAs.prefix, program, ...args];
  return spawn(file, words, { cwd: '/', env: ENVIRONMENT, detached: true, ...identity(runAs), ...options });
}

/** Runs a program to its end and answers what it wrote; rejects, with that in `stderr`, when it fails. */
export function runProgramAs(runAs: RunAs, program: string, args: readonly string[]): Promise<string> {
  const [file = program, ...words] = [...runAs.prefix, program, ...args];
  return new Promise((resolve, reject) => {
    execFile(file, words, { cwd: '/', env: ENVIRONMENT, ...identity(runAs) }, (error, stdout, stderr) => {
      if (error) reject(Object.assign(error, { stderr }));
      else resolve(stdout);
    });
  });
}

function identity(runAs: RunAs): { uid?: number; gid?: number } {
  // setpriv changes the user itself, and must still be root to do so.
  return runAs.way === 'setuid' && runAs.prefix.length === 0 ? { uid: runAs.uid, gid: runAs.gid } : {};
}

/** True when that user can run the program (the folders above it may be closed, or the system may forbid the way). */
export async function mayRun(runAs: RunAs, program: string): Promise<boolean> {
  return await succeeds(runAs, 'test -x "$1"', program);
}

const mayWrite = (runAs: RunAs, folder: string): Promise<boolean> => succeeds(runAs, 'test -w "$1" && test -x "$1"', folder);

const mayEnter = (runAs: RunAs, folder: string): Promise<boolean> => succeeds(runAs, 'test -x "$1"', folder);

async function succeeds(runAs: RunAs, script: string, path: string): Promise<boolean> {
  return await runProgramAs(runAs, 'sh', ['-c', script, 'sh', path]).then(
    () => true,
    () => false,
  );
}

interface User {
  readonly uid: number;
  readonly gid: number;
  readonly userName: string;
}

async function passwd(): Promise<readonly User[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((line) => {
    const [userName, , uid, gid] = line.split(':');
    return userName && uid && gid ? [{ userName, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Our user's name; null for one the system has no name for, as containers start them by number. */
function ownName(): string | null {
  try {
    // Asks the system, which may keep its users elsewhere than in /etc/passwd.
    return userInfo().username;
  } catch {
    return null;
  }
}
