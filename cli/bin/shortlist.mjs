#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript: this one, or the one that came with the installation.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 24 || (major === 24 && minor >= 11) || (major === 22 && minor >= 18)) {
  // What was compiled is kept for the next time, with the code: who may write there could change the code as well.
  module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/shortlist', import.meta.url)));
  await import(main);
} else {
  const bundled = ['../../node_modules/.bin/node', '../node_modules/.bin/node', '../../.bin/node']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (bundled === undefined) {
    process.stderr.write(`Shortlist needs Node 22.18, 24.11 or newer; this is ${process.versions.node}. Install a newer one.\n`);
    process.exit(1);
  }
  const child = spawn(bundled, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
