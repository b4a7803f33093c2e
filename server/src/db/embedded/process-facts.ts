import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.ts';

// What can be learned about a process that is not our child: is it alive, and what is it?

const run = promisify(execFile);

/** True when a process of this id exists, also as another user's. A dead one nobody has reaped counts as gone (Linux only). */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return !(await isZombie(pid));
}

async function isZombie(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name in parentheses may itself hold spaces and parentheses; the state follows the last one.
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}

/** The words a process was started with; null when they cannot be read. */
export async function commandLine(pid: number): Promise<readonly string[] | null> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
    return words === null ? null : words.split('\0');
  }
  return await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => [stdout.trim()],
    () => null,
  );
}

/** The folder a process works in; null when it cannot be told. It follows a folder that was moved, which the command line does not. */
export async function workingFolder(pid: number): Promise<string | null> {
  return await readlink(`/proc/${pid}/cwd`).catch(() => null);
}
