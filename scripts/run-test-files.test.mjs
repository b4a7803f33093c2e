// The runner must never call a run good that was not: each way in which a test file can go wrong is tried.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runTestFiles } from './run-test-files.mjs';

const head = "import assert from 'node:assert/strict';\nimport { describe, test } from 'node:test';\n";

/** Runs one test file with this body. */
async function outcomeOf(body, seconds = 30) {
  const folder = mkdtempSync(join(tmpdir(), 'shortlist-runner-'));
  try {
    const file = join(folder, 'sample.test.mjs');
    writeFileSync(file, head + body);
    return await runTestFiles([file], { seconds });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('passed, failed and skipped tests are counted, and the failed one is named with its error', async () => {
  const { passed, failed, skipped, failures } = await outcomeOf(`
    test('one', () => {});
    describe('a heading', () => { test('two', () => assert.equal(1, 2, 'one is not two')); });
    test.skip('three', () => {});
    test.todo('four');
  `);
  // The heading fails with its test, as Node counts it.
  assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 2, skipped: 2 });
  assert.equal(failures.length, 1);
  assert.match(failures[0].name, /a heading › two$/);
  assert.match(failures[0].output, /one is not two/);
});

test('a test that never ends is ended, and named', async () => {
  const { passed, failed, failures } = await outcomeOf(
    `test('fine', () => {});\ntest('waits for ever', () => new Promise(() => setInterval(() => {}, 1000)));`,
    2,
  );
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
  assert.match(failures[0].name, /waits for ever$/);
  assert.match(failures[0].output, /For 2 seconds nothing happened/);
});

test('a process that outlives its tests is ended, and says so', async () => {
  const { passed, failed, failures } = await outcomeOf(`test('leaves a timer', () => { setInterval(() => {}, 1000); });`, 2);
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
  assert.match(failures[0].output, /Its tests were over/);
});

test('a file that cannot be loaded is a failure with its error', async () => {
  const { failed, failures } = await outcomeOf(`import './missing.mjs';`);
  assert.ok(failed > 0);
  assert.match(failures.map(({ output }) => output).join('\n'), /missing\.mjs/);
});

test('a process that dies under its tests is a failure', async () => {
  const { failed, failures } = await outcomeOf(
    `test('kills', async () => { process.kill(process.pid, 'SIGKILL'); await new Promise(() => setInterval(() => {}, 1000)); });`,
  );
  assert.equal(failed, 1);
  assert.match(failures[0].output, /ended with a signal/);
});

test('a file without a test is a failure', async () => {
  assert.equal((await outcomeOf('')).failed, 1);
});

test('an error that nobody awaits is a failure', async () => {
  const { failed } = await outcomeOf(`test('leaves one behind', () => { Promise.reject(new Error('left behind')); });`);
  assert.ok(failed > 0);
});
