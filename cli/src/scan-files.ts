/** Walks the files that a project keeps: what its .gitignore files leave out, binaries and very large files are passed over. */
import { opendir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';

const LARGEST_FILE = 1_000_000;
const MOST_FILES = 200_000;
/** How far a byte of zero is looked for, as git does. */
const LOOKED_AT = 8_000;

export type SourceFile = { readonly path: string; readonly text: string };
export type Passed = { large: number; binary: number; unreadable: number; isCut: boolean };

type Rules = { readonly folder: string; readonly ignores: Ignore };

/** Texts below `root`, with paths from there, in no order; `passed` counts what was not read. Links are not followed. */
export async function* sourceFiles(root: string, passed: Passed): AsyncGenerator<SourceFile> {
  const folders: { path: string; rules: readonly Rules[] }[] = [{ path: '', rules: [] }];
  let files = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path } = folder;
    const rules = await rulesIn(root, path, folder.rules);
    const entries = await opendir(join(root, path)).catch(() => null);
    if (entries === null) {
      passed.unreadable += 1;
      continue;
    }
    for await (const entry of entries) {
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name === '.git' || isIgnored(entry.isDirectory() ? `${at}/` : at, rules)) continue;
      if (entry.isDirectory()) folders.push({ path: at, rules });
      if (!entry.isFile()) continue;
      files += 1;
      if (files > MOST_FILES) {
        passed.isCut = true;
        return;
      }
      const text = await textOf(join(root, at), passed);
      if (text !== null) yield { path: at, text };
    }
  }
}

async function rulesIn(root: string, folder: string, above: readonly Rules[]): Promise<readonly Rules[]> {
  const file = await readFile(join(root, folder, '.gitignore'), 'utf8').catch(() => null);
  return file === null ? above : [...above, { folder, ignores: ignore().add(file) }];
}

/** The deepest file that says anything about a path decides, as in git. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { folder, ignores } of rules.toReversed()) {
    const { ignored, unignored } = ignores.test(folder === '' ? path : path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function textOf(file: string, passed: Passed): Promise<string | null> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) {
      passed.large += 1;
      return null;
    }
    const bytes = await readFile(file);
    if (bytes.subarray(0, LOOKED_AT).includes(0)) {
      passed.binary += 1;
      return null;
    }
    return bytes.toString('utf8');
  } catch {
    passed.unreadable += 1;
    return null;
  }
}
