// Builds what is published into `dist`: one module for each entry, with the evaluator in them and nothing else to install, and their types.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const dist = join(import.meta.dirname, 'dist');
const entries = ['flags', 'file-storage', 'openfeature-server', 'openfeature-web'];

rmSync(dist, { recursive: true, force: true });
const input = Object.fromEntries(entries.map((name) => [name, join(import.meta.dirname, 'src', `${name}.ts`)]));
const bundle = await rolldown({ input, external: /^(node:|@openfeature\/)/, platform: 'neutral', treeshake: true });
await bundle.write({ dir: dist, format: 'es', chunkFileNames: '[name].js', minify: 'dce-only' });
await bundle.close();
writeTypes(join(dist, 'types-of-all'));

/** The compiler writes the types of everything; only what the entries reach is kept, side by side. */
function writeTypes(folder) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(import.meta.dirname, 'tsconfig.build.json');
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The types could not be written.');
  const written = new Set();
  const keep = (path) => {
    const name = basename(path);
    if (written.has(name)) return;
    written.add(name);
    const text = readFileSync(join(folder, `${path}.d.ts`), 'utf8');
    const kept = text.replaceAll(/from '(\.|@shortlist\/domain)\/([^']+)\.ts'/g, (_, from, target) => {
      keep(from === '.' ? join(path, '..', target) : join('domain', 'src', target));
      return `from './${basename(target)}.js'`;
    });
    writeFileSync(join(dist, `${name}.d.ts`), kept);
  };
  mkdirSync(dist, { recursive: true });
  for (const name of entries) keep(join('sdk', 'src', name));
  rmSync(folder, { recursive: true });
}
