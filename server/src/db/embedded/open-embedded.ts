import { rmdir } from 'node:fs/promises';
import type pg from 'pg';
import { watchDatabase, type DatabaseWatch } from '../database-state.ts';
import { CRITICAL_BYTES, watchSpace, type SpaceOptions, type SpaceWatch } from './disk-space.ts';
import { bringUp, prepareFolder, type EmbeddedOptions, type OwnedPostgres } from './embedded-postgres.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { rotateLog } from './server-log.ts';
import { withStartLock } from './start-lock.ts';

const ROTATE_EVERY_MS = 60_000;

/** A PostgreSQL of ours that is started again whenever it ends, until `stop`. */
export interface EmbeddedPostgres {
  readonly dataDir: string;
  readonly binDir: string;
  /** The user PostgreSQL runs as. */
  readonly userName: string;
  readonly watch: DatabaseWatch;
  readonly space: SpaceWatch;
  /** The process that runs now, or ran last. */
  pid(): number;
  config(): pg.ClientConfig;
  /** Ends every session and stops PostgreSQL; the folder stays ours until it is gone. */
  stop(): Promise<void>;
}

/** Brings up the database of the data folder and keeps it up. Throws as `prepareFolder` and `bringUp` do. */
export async function openEmbedded(options: EmbeddedOptions, spaceOptions?: SpaceOptions): Promise<EmbeddedPostgres> {
  const folder = await prepareFolder(options);
  const { dataDir, binDir, runAs, log } = folder;
  const space = await watchSpace(dataDir, log, spaceOptions);
  let current: OwnedPostgres | null = null;

  const open = async (): Promise<pg.Client> => {
    current = await bringUp(folder);
    return current.owner;
  };
  const isDiskFull = async (): Promise<boolean> => {
    const { freeBytes } = await space.check();
    return freeBytes !== null && freeBytes < 2 * CRITICAL_BYTES;
  };
  const watch = await watchDatabase({ open, isDiskFull, log }).catch(async (error: unknown) => {
    await space.stop();
    throw error;
  });
  // Not awaited: the ballast is written while the server already works.
  void space.check();
  const rotation = setInterval(() => void rotateLog(dataDir).catch(() => undefined), ROTATE_EVERY_MS);
  rotation.unref();

  return {
    dataDir,
    binDir,
    userName: runAs.userName,
    watch,
    space,
    pid: () => current?.pid ?? 0,
    config: () => current?.config ?? {},
    stop: async () => {
      clearInterval(rotation);
      await space.stop();
      const owner = await watch.stop();
      // Without the owning session the server may be somebody else's by now. It stays open while the server stops, so that nobody
      // adopts one that is about to end.
      if (!owner) return;
      if (current) await stopPostmaster(current.pid, dataDir);
      await owner.end().catch(() => undefined);
      await removeSocketFolder(dataDir, current?.config.host);
    },
  };
}

/** Nobody starts the database while its empty folder in /tmp is removed. */
async function removeSocketFolder(dataDir: string, folder: string | undefined): Promise<void> {
  await withStartLock(dataDir, async () => {
    if (folder && !(await findPostmaster(dataDir))) await rmdir(folder).catch(() => undefined);
  });
}
