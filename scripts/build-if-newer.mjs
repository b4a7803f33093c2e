// Builds the app when one of its sources is newer than the build; else does nothing, in a few milliseconds.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const root = join(import.meta.dirname, '..');
const built = join(root, 'web', 'dist', 'index.html');
const sources = [
  'web/{src,public}/**/*',
  'web/{index.html,service-worker.js,vite.config.ts,tsconfig.json,package.json}',
  'domain/src/**/*.ts',
  'package-lock.json',
];

/** The time of the newest file that the app is built of, in milliseconds; a deleted file shows in its folder's time. */
function newestSource() {
  const isTold = (path) => !path.endsWith('.test.ts');
  return Math.max(
    0,
    ...globSync(sources, { cwd: root })
      .filter(isTold)
      .map((path) => statSync(join(root, path)).mtimeMs),
  );
}

/** Answers `{ ran, passed, output, seconds }`; `ran` is false where the build was fresh. */
export async function buildIfNewer() {
  if (existsSync(built) && statSync(built).mtimeMs >= newestSource()) return { ran: false, passed: true, output: '', seconds: 0 };
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const run = await runProgram(process.execPath, [vite, 'build'], { cwd: join(root, 'web'), seconds: 300 });
  return { ran: true, passed: run.code === 0, output: run.output, seconds: run.seconds };
}

if (import.meta.main) {
  const { passed, output } = await buildIfNewer();
  if (!passed) console.error(output);
  process.exitCode = passed ? 0 : 1;
}
