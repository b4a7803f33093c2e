// `npm run dev`: the server, started again when its sources change, and the app from its sources with hot reload, which passes
// /api on to that server. Words behind `--` reach `shortlist serve`. Both end together.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { endWithNpm } from './end-with-npm.mjs';

const root = join(import.meta.dirname, '..');
const port = process.env.SHORTLIST_PORT ?? '4400';
const env = {
  ...process.env,
  SHORTLIST_PORT: port,
  SHORTLIST_DATA: process.env.SHORTLIST_DATA ?? join(root, '.shortlist'),
  SHORTLIST_URL: `http://127.0.0.1:${port}`,
};

function start(args, cwd) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });
  child.on('error', (error) => console.error(error.message));
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 1;
    endBoth();
  });
  return child;
}

const children = [
  start(
    ['--watch', '--watch-preserve-output', join(root, 'cli', 'bin', 'shortlist.mjs'), 'serve', ...process.argv.slice(2)],
    root,
  ),
  start([join(root, 'node_modules', 'vite', 'bin', 'vite.js')], join(root, 'web')),
];

/** SIGTERM lets the server finish what it is doing and stop its database. */
function endBoth() {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endBoth);
endWithNpm(endBoth);
