/**
 * Bytes of attached files, each under its own id in `files/` of the data folder. A file is there whole or not at all: it is
 * written under another name, flushed, and renamed. Who may see it is not known here.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { refuse, type Refusal } from '@shortlist/domain/refusal.ts';
import { WRITES_NEED_BYTES } from '../db/embedded/disk-space.ts';
import { errorCode } from '../db/error-code.ts';

export interface FileStore {
  /** Keeps the bytes under `id` and answers how many, or why not; a source that breaks off is thrown, and leaves nothing. */
  readonly receive: (id: string, bytes: AsyncIterable<Uint8Array>, mostBytes: number) => Promise<number | Refusal>;
  /** The file's first bytes, at most `length`; null where there is none. */
  readonly head: (id: string, length: number) => Promise<Uint8Array | null>;
  readonly read: (id: string) => Promise<{ readonly size: number; readonly stream: () => Readable } | null>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes what a killed server left half-written, once it is an hour old. */
  readonly sweepUnfinished: (now: number) => Promise<void>;
}

/** A store on this disk. */
export interface LocalFileStore extends FileStore {
  /** Throws for what is no id of a file. */
  readonly pathOf: (id: string) => string;
}

export interface FileStoreOptions {
  /** Free bytes of the disk under a folder; the system's answer unless a test gives another. */
  readonly readFreeBytes?: (folder: string) => Promise<number>;
}

/** Whether a text can be the id of a file; no other ever reaches a path. */
export function isFileId(text: string): boolean {
  return /^att_[0-9a-z]{26}$/.test(text);
}

const unfinishedAfterMs = 60 * 60 * 1000;

export function fileStore(dataDir: string, options: FileStoreOptions = {}): LocalFileStore {
  const folder = join(dataDir, 'files');
  const { readFreeBytes = freeBytesOf } = options;
  const pathOf = (id: string): string => {
    if (!isFileId(id)) throw new Error(`${id} is not the id of a file`);
    // The last letters are the random ones, so that no folder grows large.
    return join(folder, id.slice(-2), id);
  };

  return {
    pathOf,
    receive: async (id, bytes, mostBytes) => {
      const path = pathOf(id);
      const unfinished = `${path}.part`;
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
      if ((await readFreeBytes(folder)) < WRITES_NEED_BYTES + mostBytes) return noSpace();
      try {
        const size = await writeAll(unfinished, bytes, mostBytes);
        if (typeof size !== 'number') return size;
        await rename(unfinished, path);
        return size;
      } catch (error) {
        if (isDiskFull(error)) return noSpace();
        throw error;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    head: async (id, length) => {
      const file = await open(pathOf(id), 'r').catch(() => null);
      if (file === null) return null;
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    read: async (id) => {
      const path = pathOf(id);
      const facts = await stat(path).catch(() => null);
      return facts === null ? null : { size: facts.size, stream: () => createReadStream(path) };
    },
    remove: async (id) => await rm(pathOf(id), { force: true }),
    sweepUnfinished: async (now) => {
      for (const entry of await readdir(folder, { recursive: true }).catch(() => [])) {
        if (!entry.endsWith('.part')) continue;
        const path = join(folder, entry);
        const facts = await stat(path).catch(() => null);
        if (facts !== null && now - facts.mtimeMs > unfinishedAfterMs) await rm(path, { force: true });
      }
    },
  };
}

async function writeAll(path: string, bytes: AsyncIterable<Uint8Array>, mostBytes: number): Promise<number | Refusal> {
  const file = await open(path, 'wx', 0o600);
  try {
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      // Leaving the loop ends the source.
      if (size > mostBytes) return tooLarge(mostBytes);
      await file.writeFile(chunk);
    }
    await file.sync();
    return size === 0 ? refuse('invalid_input', 'The file is empty. Choose another one.') : size;
  } finally {
    await file.close();
  }
}

function tooLarge(mostBytes: number): Refusal {
  const megabytes = Math.floor(mostBytes / 1024 / 1024);
  return refuse('too_large', `The file is larger than ${megabytes} MB. Make it smaller, or put a link to it in the text.`);
}

function noSpace(): Refusal {
  return refuse('no_space', 'There is too little room on the server’s disk for files. Tell your admin, then send it again.');
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error));
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
