import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { commandLine, isAlive, workingFolder } from './process-facts.ts';

const onLinux = { skip: process.platform !== 'linux' && 'reads /proc' };

test('a running process is alive, one that ended is not', async () => {
  const child = spawn('sleep', ['1000']);
  const ended = once(child, 'exit');
  assert.equal(await isAlive(child.pid ?? 0), true);
  child.kill();
  await ended;
  assert.equal(await isAlive(child.pid ?? 0), false);
});

test('a dead process that nobody reaped is not alive', onLinux, async (t) => {
  const parent = spawn('sh', ['-c', 'exec 3<&0; cat <&3 & echo $!; exec sleep 1000'], { stdio: ['pipe', 'pipe', 'ignore'] });
  t.after(() => parent.kill());
  let child = 0;
  for await (const line of createInterface(parent.stdout)) {
    child = Number(line);
    break;
  }
  assert.equal(await isAlive(child), true);
  while (!(await readFile(`/proc/${parent.pid}/cmdline`, 'utf8')).startsWith('sleep'));
  parent.stdin.end();
  while (!/\) Z /.test(await readFile(`/proc/${child}/stat`, 'utf8')));
  assert.equal(await isAlive(child), false);
});

test('words and folder of a process can be told, and of none there are none', onLinux, async () => {
  assert.equal(await workingFolder(process.pid), process.cwd());
  assert.ok((await commandLine(process.pid))?.[0]?.includes('node'));
  assert.equal(await workingFolder(999_999_999), null);
  assert.equal(await commandLine(999_999_999), null);
});
