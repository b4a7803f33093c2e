// Runs one program to its end, with all it started, and never longer than it may take.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const isWindows = process.platform === 'win32';
const running = new Set();

/** Ends a program and everything it started. */
function endGroup(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It was gone already.
  }
}

function endAll() {
  for (const child of running) endGroup(child, 'SIGKILL');
}

process.once('exit', endAll);

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** A signal ends us, and so our programs, while one is running; at other times signals are the caller's. */
function endBySignal(signal) {
  process.exit(exitCodes[signal]);
}

function keepTrack(child) {
  if (running.size === 0) for (const signal of Object.keys(exitCodes)) process.on(signal, endBySignal);
  running.add(child);
}

/** False where the child was let go of before. */
function letGo(child) {
  if (!running.delete(child)) return false;
  if (running.size === 0) for (const signal of Object.keys(exitCodes)) process.off(signal, endBySignal);
  return true;
}

/**
 * Runs a program and collects what it prints, both streams in order. `seconds` bounds it: then it is killed with all its
 * children and `timedOut` is true, unless `isGettingOn` says that it got on since it was last asked. `code` is null when it was killed. Never rejects: a program that cannot start has code 127.
 */
export function runProgram(command, args, { cwd, env = {}, seconds = 120, isGettingOn = () => false } = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    // A group of its own, so that its children end with it.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
    });
    keepTrack(child);
    const printed = [];
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data));
    const timer = setInterval(() => {
      if (isGettingOn()) return;
      timedOut = true;
      endGroup(child, 'SIGKILL');
    }, seconds * 1_000);
    const end = (code) => {
      if (!letGo(child)) return;
      clearInterval(timer);
      // What it left behind would hold files and ports.
      endGroup(child, 'SIGKILL');
      const output = Buffer.concat(printed).toString('utf8');
      resolve({ code, output, timedOut, seconds: (performance.now() - started) / 1_000 });
    };
    child.on('error', (error) => {
      printed.push(Buffer.from(`${error.message}\n`));
      end(127);
    });
    // `exit` rather than `close`: a grandchild may keep the streams open.
    child.on('exit', (code) => setImmediate(end, code));
  });
}
