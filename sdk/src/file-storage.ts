/** Keeps the last good copy in a file. For Node alone: the one file of the SDK that a browser cannot load. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { FlagStorage } from './flags.ts';

/** `path`: written under another name and renamed, so that it is never half a copy. Only its owner may read it. */
export function fileFlagStorage(path: string): FlagStorage {
  return {
    read: async () => await readFile(path, 'utf8').catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error))),
    write: async (text) => {
      await writeFile(`${path}.new`, text, { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
