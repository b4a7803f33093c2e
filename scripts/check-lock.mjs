// Some mirrors lack a platform's package, and npm then writes a lock file without it and says nothing: `npm ci` breaks on
// that platform only. This finds such gaps, and addresses that would tie everyone to one registry.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders in which Node looks for a package from inside `folder`, nearest first, as prefixes of lock file paths. */
function foldersUpwards(folder) {
  const parts = folder.split('/').filter((part) => part !== '');
  const prefixes = parts.map((_, at) => `${parts.slice(0, parts.length - at).join('/')}/`);
  return [...prefixes.filter((prefix) => !prefix.endsWith('node_modules/')), ''];
}

/** What is wrong with a parsed package-lock.json (version 3), one sentence each; empty when it is whole. */
export function lockFaults(lock) {
  const faults = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path === '' ? 'the repository' : path.replace(/^.*node_modules\//, '');
    for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
      if (!foldersUpwards(path).some((folder) => `${folder}node_modules/${optional}` in lock.packages))
        faults.push(`${optional}, an optional package of ${name}, is missing from the lock file.`);
    }
    if (typeof entry.resolved === 'string' && /^[a-z+]+:/.test(entry.resolved) && !entry.resolved.startsWith('file:'))
      faults.push(`${name} is locked to an address: ${new URL(entry.resolved).host || entry.resolved}.`);
  }
  return faults;
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const faults = lockFaults(JSON.parse(readFileSync(path, 'utf8')));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) console.error('Pin a version that is complete on the registry, then write the lock file anew.');
  process.exitCode = faults.length > 0 ? 1 : 0;
}
