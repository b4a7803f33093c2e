import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';

// PostgreSQL refuses to run as root. Here it is decided as whom it runs, and every program of it is started.

/** `self`: as the user we are. `namespace`: root, dressed as nobody inside a user namespace. `setuid`: as an unprivileged user. */
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
  if (uid !== 0) return { way: 'self', uid, gid, userName: (await nameOf(uid)) ?? String(uid), prefix: [] };

  const inNamespace: RunAs = { way: 'namespace', uid, gid, userName: 'root (in a user namespace)', prefix: NAMESPACE };
  if (forced === 'namespace' || (forced !== 'setuid' && (await mayWrite(inNamespace, dataDir)))) return inNamespace;

  const plain = await unprivileged(dataDir);
  if (await mayEnter(plain, dataDir)) return plain;
  const reaching = withReach(plain);
  if (await mayEnter(reaching, dataDir)) return reaching;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${plain.userName} cannot enter ${dataDir}; choose a folder outside /root with --data, such as /var/lib/shortlist, or start Shortlist as another user.`,
  );
}

/** The folder's owner, if that is not root; else `postgres`, else `nobody`. */
async function unprivileged(dataDir: string): Promise<RunAs> {
  const folder = await stat(dataDir);
  const owner = folder.uid !== 0 ? { uid: folder.uid, gid: folder.gid, userName: await nameOf(folder.uid) } : null;
  const user = owner ??
    (await userNamed('postgres')) ??
    (await userNamed('nobody')) ?? { uid: NOBODY, gid: NOBODY, userName: null };
  return { way: 'setuid', uid: user.uid, gid: user.gid, userName: user.userName ?? String(user.uid), prefix: [] };
}

/** The same user, who may pass folders that are closed to it: the way out for a data folder below /root. */
function withReach(user: RunAs): RunAs {
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
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
  readonly userName: string | null;
}

async function passwd(): Promise<readonly (User & { readonly userName: string })[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  return lines.flatMap((line) => {
    const [userName, , uid, gid] = line.split(':');
    return userName && uid && gid ? [{ userName, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

const userNamed = async (name: string): Promise<User | undefined> => (await passwd()).find((user) => user.userName === name);

const nameOf = async (uid: number): Promise<string | null> => (await passwd()).find((user) => user.uid === uid)?.userName ?? null;
