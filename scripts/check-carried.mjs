// What the browser carries: follows every value import from the app's files and from each decision, and
// fails when one arrives at zod. The linter sees one import at a time; this sees where it leads.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetOf } from './walls.mjs';

const root = join(import.meta.dirname, '..');

/** The specifiers that stay in the running code: `import type` and `export type` are erased, everything else is not. */
export function valueImports(source) {
  const code = source.replace(/^\s*(\/\/.*|\/\*[\s\S]*?\*\/)\s*$/gm, '');
  const statements = code.matchAll(/^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\bfrom\s*)?['"]([^'"]+)['"]/gm);
  const laterOnes = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...statements, ...laterOnes].map((match) => match[1]);
}

/** The chain of files from `path` to zod, or null. `read` gives a file's source, or null where there is none. */
export function chainToZod(path, read) {
  const cameFrom = new Map([[path, null]]);
  for (const current of cameFrom.keys()) {
    for (const specifier of valueImports(read(current) ?? '')) {
      const target = targetOf(current, specifier);
      if (!cameFrom.has(target)) cameFrom.set(target, current);
      if (target !== 'npm:zod' && !target.startsWith('npm:zod/')) continue;
      const chain = [];
      for (let step = target; step !== null; step = cameFrom.get(step)) chain.unshift(step.replace('npm:', ''));
      return chain;
    }
  }
  return null;
}

function readFromTree(path) {
  const file = join(root, path);
  return /\.tsx?$/.test(path) && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

if (import.meta.main) {
  const carried = globSync(['web/src/**/*.{ts,tsx}', 'domain/src/**/*-decide.ts'], { cwd: root });
  const chains = carried
    .map((path) => path.replaceAll('\\', '/'))
    // Tests and what they stand on stay here; a worker is a program of its own, fetched when its work comes.
    .filter((path) => !/(\.(test|worker)|-for-test)\.tsx?$/.test(path))
    .map((path) => chainToZod(path, readFromTree))
    .filter((chain) => chain !== null)
    .toSorted((a, b) => a.length - b.length);
  for (const chain of chains) console.error(chain.join(' → '));
  if (chains.length > 0)
    console.error('Import types with `import type`, and move constants and rules to a file without a schema.');
  process.exitCode = chains.length > 0 ? 1 : 0;
}
