// `npm test`: everything CI runs. Words choose files: `npm test -- domain forecast` runs those whose path has both,
// `npm test -- check` the checks alone. `--soak` runs every seed instead of a twentieth of them.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { inspect } from 'node:util';
import { buildIfNewer } from './build-if-newer.mjs';
import { checks } from './check.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { runAll } from './run-all.mjs';
import { runTestFiles } from './run-test-files.mjs';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isSoak = process.argv.includes('--soak');
const slower = isSoak ? 20 : 1;

/** They wait for disks, sockets and screens too: with one more than there are cores none is idle, and with more still none is done sooner. */
const atOnce = Math.min(3, availableParallelism() + 1);

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

/** The chosen files by what they need, each list in the order in which it is run. */
function testFiles() {
  const found = globSync(['{domain,server,web,sdk,cli,bench}/src/**/*.test.ts', 'scripts/*.test.mjs', 'e2e/src/**/*.e2e.ts'], {
    cwd: root,
  });
  const files = found.map((path) => path.replaceAll('\\', '/')).filter(chosen);
  const isDatabase = (path) => path.endsWith('.pg.test.ts');
  return {
    pure: files.filter((path) => path.endsWith('.test.ts') && !isDatabase(path)).toSorted(),
    scripts: files.filter((path) => path.endsWith('.test.mjs')).toSorted(),
    database: longOnesFirst(files.filter(isDatabase)),
    journeys: longOnesFirst(files.filter((path) => path.endsWith('.e2e.ts'))),
  };
}

/** The longest first, so that none of them is left alone at the end. A long file that is not named here costs some seconds, nothing else. */
const longOnes = [
  'places',
  'lists',
  'settings-places',
  'opened-story',
  'story-of-a-problem',
  'core-loop',
  'keyboard-only',
  'offline',
  'tabs',
  'markdown-editor',
  'own-features',
  'input-fuzz',
  'crash',
  'kill',
  'feed-streams',
  'two-servers',
];

function longOnesFirst(files) {
  const place = (path) => {
    const at = longOnes.indexOf(basename(path).split('.')[0]);
    return at === -1 ? longOnes.length : at;
  };
  return files.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** Runs the files in one process, and adds what became of them to the total. */
async function runGroup(group, options) {
  const result = await runTestFiles(group, options);
  add(result);
  const what = group.length === 1 ? group[0] : `${group.length} files without a database`;
  console.log(`${result.failed === 0 ? 'ok    ' : 'FAILED'} ${what}: ${result.passed} passed (${result.seconds.toFixed(1)} s)`);
}

/** Builds the app and starts the browser that the journeys share; null where they cannot be walked, which was told then. */
async function readyForJourneys() {
  const { ran, passed, output, seconds } = await buildIfNewer();
  if (ran) console.log(`${passed ? 'ok    ' : 'FAILED'} build of the app (${seconds.toFixed(1)} s)`);
  addOne('build of the app', passed, output);
  if (!passed) return null;
  const { startSharedBrowser } = await import('../e2e/src/browser.ts');
  try {
    return await startSharedBrowser();
  } catch (error) {
    console.log('FAILED journeys: there is no browser for them');
    addOne('journeys in a browser', false, error.message);
    return null;
  }
}

/** A throw-away PostgreSQL, in which every test and every journey makes databases of its own. */
async function startCluster() {
  const { startTestCluster } = await import('../server/src/db/test-cluster.ts');
  const cluster = await startTestCluster();
  process.once('exit', cluster.stopNow);
  const stop = async () => {
    process.off('exit', cluster.stopNow);
    await cluster.stop();
  };
  return { url: cluster.url, stop };
}

function checkWork() {
  if (words.length > 1 || (words.length === 1 && words[0] !== 'check')) return [];
  return checks.map((check) => async () => {
    const { name, passed, output } = await check();
    addOne(name, passed, output);
  });
}

/**
 * All work in one queue, so that a processor that would wait for a disk or a screen does something else. Checks come first, being
 * what fails most often; then the long ones.
 */
async function runEverything() {
  const { pure, scripts, database, journeys } = testFiles();
  const cluster = database.length + journeys.length > 0 ? await startCluster() : null;
  const env = {
    ...(isSoak && { SHORTLIST_SOAK: '1' }),
    ...(cluster !== null && { SHORTLIST_TEST_DATABASE_URL: cluster.url }),
    // What one process has compiled, the others take from there.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
  };
  const ready = journeys.length > 0 ? readyForJourneys() : null;
  const journey = (file) => async () => {
    const browser = await ready;
    if (browser === null) return;
    await runGroup([file], { seconds: 300 * slower, env: { ...env, SHORTLIST_TEST_BROWSER: browser.address } });
  };
  const files = (group) => async () => await runGroup(group, { seconds: 300 * slower, env });
  const work = [
    // Whoever takes this builds the app meanwhile.
    ...(ready === null ? [] : [async () => await ready]),
    ...checkWork(),
    ...journeys.map(journey),
    ...(pure.length > 0 ? [files(pure)] : []),
    ...[...database, ...scripts].map((file) => files([file])),
  ];
  try {
    await runAll(work, atOnce);
  } finally {
    await (await ready)?.stop();
    await cluster?.stop();
  }
}

endWithNpm(() => process.exit(143));
try {
  await runEverything();
} catch (error) {
  // A test run that breaks is a failed one, and still ends with its line.
  addOne('the test run itself', false, inspect(error));
}
if (total.passed + total.failed + total.skipped === 0) addOne(words.join(' '), false, 'No test has these words in its path.');
for (const { name, output } of total.failures) console.log(`\nFAILED ${String(name)}\n${String(output).trim()}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
