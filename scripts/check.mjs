// `npm run check`: everything that can be said about the code without running it. No warning passes.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const root = join(import.meta.dirname, '..');
const tool = (name, file) => join(root, 'node_modules', name, 'bin', file);
const node = (...args) => [process.execPath, args];

const projects = [
  'domain/tsconfig.json',
  'domain/tsconfig.test.json',
  'server/tsconfig.json',
  'web/tsconfig.json',
  'sdk/tsconfig.json',
  'cli/tsconfig.json',
  'e2e/tsconfig.json',
  'bench/tsconfig.json',
];

/** A workspace whose first file is still to come has nothing to check, and the compiler would call that an error. */
const hasSources = (project) => globSync(join(root, project, '..', 'src', '**', '*.{ts,tsx}')).length > 0;

/** `{ name, program: [command, args], repair }`, the slow ones first. */
const steps = [
  { name: 'lint', program: node(tool('oxlint', 'oxlint')), repair: 'npm run fix, then what is left by hand' },
  {
    name: 'dead code',
    program: node(tool('knip', 'knip.js'), '--no-progress', '--no-config-hints'),
    repair: 'remove what is named, or its `export`',
  },
  ...projects.filter(hasSources).map((project) => ({
    name: `types of ${project.replace('/tsconfig.json', '').replace('/tsconfig.test.json', ' with its tests')}`,
    program: node(tool('typescript', 'tsc'), '-p', project),
    repair: `npx tsc -p ${project}`,
  })),
  { name: 'format', program: node(tool('oxfmt', 'oxfmt'), '--check'), repair: 'npx oxfmt' },
  { name: 'what the browser carries', program: node('scripts/check-carried.mjs'), repair: 'node scripts/check-carried.mjs' },
  { name: 'lock file', program: node('scripts/check-lock.mjs'), repair: 'npm install, with versions that are complete' },
];

/**
 * Runs all steps, as many at a time as there are processors, and prints a line for each as it ends. Answers
 * `{ name, passed, output }` for each, in the order of the list; the output of a failed one ends with what repairs it.
 */
export async function runChecks() {
  const results = [];
  const waiting = [...steps.entries()];
  async function work() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, { name, program, repair }] = next;
      const { code, output, timedOut, seconds } = await runProgram(...program, { cwd: root, seconds: 300 });
      const passed = code === 0;
      console.log(`${passed ? 'ok    ' : 'FAILED'} check: ${name} (${seconds.toFixed(1)} s)`);
      const end = timedOut ? `It took longer than 300 seconds and was ended.\n` : '';
      results[at] = { name: `check: ${name}`, passed, output: passed ? '' : `${output.trim()}\n${end}To repair: ${repair}\n` };
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return results;
}

if (import.meta.main) {
  if (!existsSync(join(root, 'node_modules'))) throw new Error('The packages are not installed: npm ci');
  const failed = (await runChecks()).filter(({ passed }) => !passed);
  for (const { name, output } of failed) console.log(`\n${name}\n${output}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
