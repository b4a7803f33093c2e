// `npm run check`: everything that can be said about the code without running it. No warning passes.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runAll } from './run-all.mjs';
import { runProgram } from './run-program.mjs';

const root = join(import.meta.dirname, '..');
const tool = (name, file) => join(root, 'node_modules', name, 'bin', file);
const node = (...args) => [process.execPath, args];

/** What is compiled together shares the reading of all that it imports. Each workspace has a tsconfig.json of its own for editors. */
const projects = [
  { name: 'server, cli and all tests of domain', project: 'tsconfig.node.json' },
  { name: 'sdk, e2e and bench', project: 'tsconfig.node-and-browser.json' },
  { name: 'web', project: 'web/tsconfig.json' },
  // Alone: it knows neither Node nor the browser.
  { name: 'domain', project: 'domain/tsconfig.json' },
];

/**
 * For the two programs that are compiled from Go. Each thread of theirs works out the types that it meets for itself, and cleaning
 * up memory at every chance costs more than the memory: left alone, they need three times the processor for the same answers.
 */
const thrift = { GOMAXPROCS: String(Math.max(1, availableParallelism() >> 1)), GOGC: '400' };

/** `{ name, program: [command, args], repair }`, the slow ones first. */
const steps = [
  { name: 'lint', program: node(tool('oxlint', 'oxlint')), repair: 'npm run fix, then what is left by hand' },
  {
    name: 'dead code',
    program: node(tool('knip', 'knip.js'), '--no-progress', '--no-config-hints'),
    repair: 'remove what is named, or its `export`',
  },
  ...projects.map(({ name, project }) => ({
    name: `types of ${name}`,
    program: node(tool('typescript', 'tsc'), '-p', project, '--checkers', '1'),
    repair: `npx tsc -p ${project}`,
  })),
  { name: 'format', program: node(tool('oxfmt', 'oxfmt'), '--check'), repair: 'npx oxfmt' },
  { name: 'what the browser carries', program: node('scripts/check-carried.mjs'), repair: 'node scripts/check-carried.mjs' },
  { name: 'lock file', program: node('scripts/check-lock.mjs'), repair: 'npm install, with versions that are complete' },
];

/**
 * The steps as work: each is called once, prints a line as it ends and answers `{ name, passed, output }`; the output of a failed
 * one ends with what repairs it.
 */
export const checks = steps.map(({ name, program, repair }) => async () => {
  const { code, output, timedOut, seconds } = await runProgram(...program, { cwd: root, env: thrift, seconds: 600 });
  const passed = code === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'} check: ${name} (${seconds.toFixed(1)} s)`);
  const end = timedOut ? `It took longer than 600 seconds and was ended.\n` : '';
  return { name: `check: ${name}`, passed, output: passed ? '' : `${output.trim()}\n${end}To repair: ${repair}\n` };
});

if (import.meta.main) {
  if (!existsSync(join(root, 'node_modules'))) throw new Error('The packages are not installed: npm ci');
  const failed = (await runAll(checks, Math.max(2, availableParallelism()))).filter(({ passed }) => !passed);
  for (const { name, output } of failed) console.log(`\n${name}\n${output}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
