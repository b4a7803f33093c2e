import { chmod, cp, lstat, mkdtemp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { errorCode } from '../error-code.ts';

// Packages cannot carry links, and npm may block the step that would make them: they are made here, beside each other's backs if two servers start at once.

interface Link {
  /** The file that exists, relative to the package. */
  readonly source: string;
  /** The link to it, relative to the package. */
  readonly target: string;
}

/** Makes the missing links of the package's libraries. False when its folder cannot be written (then copy it). */
export async function linkLibraries(nativeDir: string): Promise<boolean> {
  for (const { source, target } of await linksOf(nativeDir)) {
    const [file, link] = [join(dirname(nativeDir), source), join(dirname(nativeDir), target)];
    if (await lstat(link).catch(() => null)) continue;
    try {
      await symlink(relative(dirname(link), file), link);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      if (errorCode(error) === 'EROFS' || errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

async function linksOf(nativeDir: string): Promise<readonly Link[]> {
  const text = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // The file belongs to the pinned package; its shape is known.
  return JSON.parse(text) as Link[];
}

/**
 * Copies the package's programs into the data folder, readable by everybody, and answers the copy's `bin`. Once a version: a copy made
 * earlier, or by another server at the same moment, is used as it is.
 */
export async function copyBinaries(nativeDir: string, dataDir: string): Promise<string> {
  const version =
    /"version":\s*"([^"]+)"/.exec(await readFile(join(dirname(nativeDir), 'package.json'), 'utf8'))?.[1] ?? 'unknown';
  const copy = join(dataDir, `postgres-programs-${version}`);
  const native = join(copy, 'native');
  if (await lstat(copy).catch(() => null)) return join(native, 'bin');

  const unfinished = await mkdtemp(`${copy}.new-`);
  const leftOut = (path: string): boolean => path.endsWith('.a') || basename(path) === 'pkgconfig';
  await cp(nativeDir, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !leftOut(path) });
  await linkLibraries(join(unfinished, 'native'));
  await openToEverybody(unfinished);
  try {
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true });
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
  return join(native, 'bin');
}

async function openToEverybody(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
