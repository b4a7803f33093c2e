import { randomFillSync } from 'node:crypto';
import { open, rename, rm, stat, statfs } from 'node:fs/promises';
import type { DatabaseLog } from '../database-log.ts';
import { ballastFile } from './cluster-folder.ts';

// PostgreSQL stops itself on a full disk, and cannot start with a few megabytes free. So the free space is watched, writes are refused
// early, and a ballast file lies ready to be given back.

const MB = 1024 * 1024;
/** Below this, writes are refused. */
export const WRITES_NEED_BYTES = 256 * MB;
/** Below this, the ballast is given back: PostgreSQL is about to stop, or has. */
export const CRITICAL_BYTES = 32 * MB;
const BALLAST_BYTES = 64 * MB;
const EVERY_MS = 2_000;

export interface SpaceState {
  /** Free for users without privileges, in bytes, as last read; null when the system does not tell. */
  readonly freeBytes: number | null;
  readonly isLow: boolean;
  readonly hasBallast: boolean;
}

export interface SpaceOptions {
  /** Free bytes of the disk that holds a folder; the system's own answer unless a test gives another. */
  readonly readFreeBytes?: (folder: string) => Promise<number>;
  readonly ballastBytes?: number;
  readonly everyMs?: number;
}

export interface SpaceWatch {
  state(): SpaceState;
  /** Reads the free space now, and gives back or renews the ballast accordingly. It also happens by itself every two seconds. */
  check(): Promise<SpaceState>;
  stop(): Promise<void>;
}

const freeBytesOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

const isLittle = (freeBytes: number | null): boolean => freeBytes !== null && freeBytes < WRITES_NEED_BYTES;

/** Watches the disk of the data folder. The first reading is done when this answers; the ballast comes with the first `check`. */
export async function watchSpace(dataDir: string, log: DatabaseLog, options: SpaceOptions = {}): Promise<SpaceWatch> {
  const { readFreeBytes = freeBytesOf, ballastBytes = BALLAST_BYTES, everyMs = EVERY_MS } = options;
  const ballast = ballastFile(dataDir);
  const readFree = (): Promise<number | null> => readFreeBytes(dataDir).catch(() => null);
  const hasBallast = (await stat(ballast).catch(() => null)) !== null;
  const firstFree = await readFree();
  let state: SpaceState = { freeBytes: firstFree, isLow: isLittle(firstFree), hasBallast };
  let checking: Promise<SpaceState> | null = null;

  const read = async (): Promise<SpaceState> => {
    const freeBytes = await readFree();
    const isLow = isLittle(freeBytes);
    if (isLow !== state.isLow)
      log[isLow ? 'error' : 'info']({ freeBytes }, isLow ? 'the disk is nearly full: writes are refused' : 'there is room again');
    state = { freeBytes, isLow, hasBallast: await balance(freeBytes) };
    return state;
  };

  const balance = async (freeBytes: number | null): Promise<boolean> => {
    if (freeBytes === null) return state.hasBallast;
    if (freeBytes < CRITICAL_BYTES && state.hasBallast) {
      await rm(ballast, { force: true });
      log.error({ ballastBytes }, 'gave the ballast file back, so that the database can go on');
      return false;
    }
    if (!state.hasBallast && freeBytes > WRITES_NEED_BYTES + 2 * ballastBytes) return await writeBallast(ballast, ballastBytes);
    return state.hasBallast;
  };

  const check = (): Promise<SpaceState> => {
    checking ??= read().finally(() => {
      checking = null;
    });
    return checking;
  };

  const timer = setInterval(() => void check(), everyMs);
  timer.unref();
  return {
    state: () => state,
    check,
    stop: async () => {
      clearInterval(timer);
      await checking;
    },
  };
}

/** Random bytes, because a file system may keep zeros without giving them room. */
async function writeBallast(file: string, bytes: number): Promise<boolean> {
  const block = randomFillSync(Buffer.alloc(MB));
  const unfinished = `${file}.new`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      for (let written = 0; written < bytes; written += block.length) await handle.write(block);
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
    return true;
  } catch {
    await rm(unfinished, { force: true });
    return false;
  }
}
