// `npm test`: everything CI runs. Words choose files: `npm test -- domain forecast` runs those whose path has both,
// `npm test -- check` the checks alone. `--soak` runs every seed instead of a twentieth of them.
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { buildIfNewer } from './build-if-newer.mjs';
import { runChecks } from './check.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { runTestFiles } from './run-test-files.mjs';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isSoak = process.argv.includes('--soak');
const slower = isSoak ? 20 : 1;

/** They wait for disks, sockets and screens as long as they work: with one more than there are cores none is idle. */
const groupsAtOnce = Math.min(3, availableParallelism() + 1);

const total = { passed: 0, failed: 0, skipped: 0, failures: [] };

function add(result) {
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  total.failures.push(...result.failures);
}

function addOne(name, passed, output) {
  add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, failures: passed ? [] : [{ name, output }] });
}

const chosen = (path) => words.every((word) => path.includes(word));

function testFiles() {
  const found = globSync(['{domain,server,web,sdk,cli,bench}/src/**/*.test.ts', 'scripts/*.test.mjs'], { cwd: root });
  const journeys = globSync('e2e/src/**/*.e2e.ts', { cwd: root });
  const files = [...found, ...journeys].map((path) => path.replaceAll('\\', '/')).filter(chosen);
  const isDatabase = (path) => path.endsWith('.pg.test.ts');
  return {
    pure: files.filter((path) => path.endsWith('.test.ts') && !isDatabase(path)).toSorted(),
    scripts: files.filter((path) => path.endsWith('.test.mjs')).toSorted(),
    database: files.filter(isDatabase).toSorted(),
    journeys: files.filter((path) => path.endsWith('.e2e.ts')).toSorted(),
  };
}

/** Runs the files of each group in one process, `atOnce` groups at a time. */
async function runGroups(groups, atOnce, options) {
  const waiting = [...groups];
  async function work() {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const result = await runTestFiles(group, options);
      add(result);
      const what = group.length === 1 ? group[0] : `${group.length} files without a database`;
      console.log(
        `${result.failed === 0 ? 'ok    ' : 'FAILED'} ${what}: ${result.passed} passed (${result.seconds.toFixed(1)} s)`,
      );
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** All database tests share one throw-away PostgreSQL; each makes its own database in it. */
async function runDatabaseTests(files, env) {
  if (files.length === 0) return;
  const { startTestCluster } = await import('../server/src/db/test-cluster.ts');
  const cluster = await startTestCluster();
  process.once('exit', cluster.stopNow);
  try {
    const shared = { ...env, SHORTLIST_TEST_DATABASE_URL: cluster.url };
    await runGroups(
      files.map((file) => [file]),
      groupsAtOnce,
      { seconds: 300 * slower, env: shared },
    );
  } finally {
    process.off('exit', cluster.stopNow);
    await cluster.stop();
  }
}

async function runJourneys(files, env) {
  if (files.length === 0) return;
  const { ran, passed, output } = await buildIfNewer();
  if (ran) console.log(`${passed ? 'ok    ' : 'FAILED'} build of the app`);
  addOne('build of the app', passed, output);
  if (!passed) return;
  const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) {
    const sentence = `No browser at ${chromium}: install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.`;
    console.log(`FAILED ${files.length} journeys: ${sentence}`);
    addOne('journeys in a browser', false, sentence);
    return;
  }
  await runGroups(
    files.map((file) => [file]),
    groupsAtOnce,
    { seconds: 300 * slower, env: { ...env, CHROMIUM_PATH: chromium } },
  );
}

async function runAll() {
  const env = isSoak ? { SHORTLIST_SOAK: '1' } : {};
  if (words.length === 0 || (words.length === 1 && words[0] === 'check')) {
    for (const { name, passed, output } of await runChecks()) addOne(name, passed, output);
  }
  const files = testFiles();
  const groups = [files.pure, ...files.scripts.map((file) => [file])].filter((group) => group.length > 0);
  await runGroups(groups, 1, { seconds: 120 * slower, env });
  await runDatabaseTests(files.database, env);
  await runJourneys(files.journeys, env);
}

endWithNpm(() => process.exit(143));
try {
  await runAll();
} catch (error) {
  // A test run that breaks is a failed one, and still ends with its line.
  addOne('the test run itself', false, inspect(error));
}
if (total.passed + total.failed + total.skipped === 0) addOne(words.join(' '), false, 'No test has these words in its path.');
for (const { name, output } of total.failures) console.log(`\nFAILED ${String(name)}\n${String(output).trim()}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
