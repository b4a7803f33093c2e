import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './process-facts.ts';
import { errorCode } from '../error-code.ts';

// Spares two servers that start at once the double work. It is a courtesy: what must never happen twice is held by PostgreSQL's own
// postmaster.pid, by one rename of the finished database, and by the ownership lock.

const BEAT_MS = 1_000;
const STALE_MS = 10_000;
const held = new Set<string>();

/** Runs `work` while no other process does so for this folder. A lock whose holder died or stood still for ten seconds is taken over. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = join(dataDir, 'start.lock');
  while (!(await take(file))) await wait(50);
  held.add(file);
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    held.delete(file);
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  if (await isStale(file)) await rm(file, { force: true });
  return false;
}

async function isStale(file: string): Promise<boolean> {
  const [facts, text] = await Promise.all([stat(file).catch(() => null), readFile(file, 'utf8').catch(() => '')]);
  if (!facts) return false;
  if (Date.now() - facts.mtimeMs > STALE_MS) return true;
  const pid = Number(text);
  if (!pid) return false;
  // In a container the server often gets the same process id again after a crash.
  return pid === process.pid ? !held.has(file) : !(await isAlive(pid));
}
