// Runs test files in a process of their own and says what became of each test.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

const root = join(import.meta.dirname, '..');
const reporter = join(import.meta.dirname, 'test-reporter.mjs');

/**
 * Runs the files (paths from the root) in one process, one after the other. It is ended when no test began or ended for `seconds`:
 * a machine may be slow, a test may not hang. Answers
 * `{ passed, failed, skipped, failures: { name, output }[] }`. A process that dies, hangs or finds no test is a failure.
 */
export async function runTestFiles(files, { seconds, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'shortlist-report-'));
  try {
    const report = join(folder, 'report');
    const args = ['--test', '--test-isolation=none', `--test-reporter=${reporter}`, `--test-reporter-destination=${report}`];
    const run = await runProgram(process.execPath, [...args, ...files], {
      cwd: root,
      // A test that runs tests is no part of the outer run.
      env: { ...env, NODE_TEST_CONTEXT: undefined },
      seconds,
      isGettingOn: growthOf(report),
    });
    return addUp(readReport(report), run, files, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers whether the file grew since it was asked last. */
function growthOf(path) {
  let before = 0;
  return () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const grew = size > before;
    before = size;
    return grew;
  };
}

function readReport(path) {
  try {
    const whole = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    return whole.map((text) => JSON.parse(text));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function addUp(events, run, files, seconds) {
  const ended = events.filter((event) => event.ended !== undefined);
  const count = (outcome) => ended.filter((event) => event.outcome === outcome).length;
  const sum = { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), seconds: run.seconds, failures: [] };
  for (const { ended: name, file, error, outcome } of ended) {
    if (outcome === 'failed' && error !== null) sum.failures.push({ name: `${shorten(file, files)}: ${name}`, output: error });
  }
  const fault = faultOf(run, ended.length, sum.failed, seconds);
  if (fault !== null) {
    const open = events.findLast(({ begun }) => begun !== undefined && !ended.some((event) => event.ended === begun));
    const where = open === undefined ? files.join(' ') : `${shorten(open.file, files)}: ${open.begun}`;
    sum.failed += 1;
    const lingers =
      run.timedOut && open === undefined && ended.length > 0
        ? ' Its tests were over, but something they left kept it alive.'
        : '';
    sum.failures.push({ name: where, output: `${fault}${lingers}\n${run.output}` });
  } else if (sum.failed > 0 && run.output.trim() !== '') {
    sum.failures.push({ name: `what ${files.length === 1 ? files[0] : 'these files'} printed`, output: run.output });
  }
  return sum;
}

/** What went wrong with the process itself, beyond its tests. */
function faultOf(run, ended, failed, seconds) {
  if (run.timedOut) return `For ${seconds} seconds nothing happened in it, and it was ended.`;
  if (run.code !== 0 && failed === 0) return `The process ended with ${run.code === null ? 'a signal' : `code ${run.code}`}.`;
  return ended === 0 ? 'No test was found.' : null;
}

const shorten = (file, files) => (typeof file === 'string' ? file.replace(`${root}/`, '') : files[0]);
