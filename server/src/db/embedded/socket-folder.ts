import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunAs } from './run-as.ts';

// A Unix socket's path has at most 107 bytes, and a data folder's may be longer: the socket lies in a short folder of its own.

const SHARED = '/tmp';
const TRIES = 5;

/**
 * A folder only the cluster's owner can enter, always the same for one data folder. `/tmp` belongs to everybody: a folder somebody
 * else made under our name is never used; the next name is.
 */
export async function socketFolder(dataDir: string, runAs: RunAs, base = SHARED): Promise<string> {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const folder = join(base, attempt === 1 ? `shortlist-${hash}` : `shortlist-${hash}-${attempt}`);
    if (await makeOurs(folder, runAs)) return folder;
  }
  throw new Error(
    `Every name for a socket folder in ${base} is taken by another user (shortlist-${hash}…); remove them and start again.`,
  );
}

async function makeOurs(folder: string, runAs: RunAs): Promise<boolean> {
  const made = await mkdir(folder, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  const found = await lstat(folder).catch(() => null);
  if (!found)
    throw new Error(`The folder ${folder} for the database's socket cannot be made; is there room, and may we write there?`);
  const ours = found.isDirectory() && (made || found.uid === runAs.uid || found.uid === process.getuid?.());
  if (!ours) return false;
  if (found.uid !== runAs.uid) await chown(folder, runAs.uid, runAs.gid);
  await chmod(folder, 0o700);
  return true;
}
