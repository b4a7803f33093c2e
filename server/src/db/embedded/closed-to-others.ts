import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Why another user than ours could not run a test's programs on a temporary folder: the first folder on the way to them
 * that is closed to others, in words; null when the way is open. A checkout below `/root` is closed, for one.
 */
export async function closedToOthers(): Promise<string | null> {
  for (const target of [process.execPath, fileURLToPath(import.meta.url), `${tmpdir()}/folder`]) {
    for (let folder = dirname(target); ; folder = dirname(folder)) {
      if (((await stat(folder)).mode & 0o001) === 0) return `${folder} is closed to other users`;
      if (folder === dirname(folder)) break;
    }
  }
  return null;
}
