import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { openDatabase, type Database, type OpenDatabaseOptions } from '../connect.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

// Data folders for tests about the embedded database, and servers in processes of their own that can be killed.

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const AMPLE = { readFreeBytes: () => Promise.resolve(10 ** 10), ballastBytes: 0 };

const folders: string[] = [];
const opened: Database[] = [];
after(async () => {
  // Those of tests that failed half-way.
  for (const database of opened) if (database.state() !== 'closed') await database.close();
  for (const folder of folders) await removeFolder(folder);
});

async function removeFolder(folder: string): Promise<void> {
  const left = await findPostmaster(folder);
  if (left) {
    await stopPostmaster(left.pid, folder);
    await rm(left.socketFolder, { recursive: true, force: true });
  }
  // What a killed database has left running may write until it finds out.
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** A new empty folder that is removed, its database stopped, after the file's tests. */
export async function emptyFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'shortlist-folder-')));
  folders.push(folder);
  return folder;
}

let used: Promise<string> | null = null;

/** A folder whose database was made by an earlier run and stopped; with one table, `kept`. Copied, since making one takes seconds. */
export async function usedFolder(): Promise<string> {
  used ??= makeUsed();
  const folder = await emptyFolder();
  await cp(await used, folder, { recursive: true });
  return folder;
}

async function makeUsed(): Promise<string> {
  const folder = await emptyFolder();
  const database = await openFolder(folder);
  await database.pool.query('create table kept (id int primary key)');
  await database.close();
  return folder;
}

/** Opens the folder's database in our process, on a disk with room, without a ballast. */
export async function openFolder(dataDir: string, options: Partial<OpenDatabaseOptions> = {}): Promise<Database> {
  const database = await openDatabase({ dataDir, log: SILENT, space: AMPLE, ...options });
  opened.push(database);
  return database;
}

/** A server process of its own that has opened the folder. */
export interface OtherServer {
  readonly process: ChildProcess;
  readonly postmaster: number;
}

/** Starts a process that opens the folder and holds it until it is killed. Rejects with what it wrote when it could not open it. */
export async function startServer(dataDir: string, spawnOptions: SpawnOptions = {}): Promise<OtherServer> {
  const script = `
    import { openDatabase } from ${JSON.stringify(new URL('../connect.ts', import.meta.url).href)};
    const log = { info() {}, warn() {}, error() {} };
    const space = { readFreeBytes: async () => 10 ** 10, ballastBytes: 0 };
    const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)}, log, space });
    process.once('SIGTERM', () => database.close());
    console.log('open ' + database.embedded.pid());
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...spawnOptions,
  });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  if (!child.stdout) throw new Error('the server process has no output');
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('open ')) return { process: child, postmaster: Number(line.slice(5)) };
  }
  // What it complains of may come after the end of what it prints.
  await closed;
  throw new Error(errors);
}

/** SIGKILL, and waits for the end. */
export async function killServer({ process: child }: OtherServer): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** Resolves when the database is up again, or at once if it is. */
export async function untilUp(database: Database): Promise<void> {
  if (database.state() === 'up') return;
  await new Promise<void>((resolve) => {
    const end = database.onState((state) => {
      if (state !== 'up') return;
      end();
      resolve();
    });
  });
}

/** Resolves with the next change of state. */
export async function nextState(database: Database): Promise<string> {
  return await new Promise((resolve) => {
    const end = database.onState((state) => {
      end();
      resolve(state);
    });
  });
}
