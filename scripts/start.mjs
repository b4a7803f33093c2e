// `npm start`: builds the app when its sources are newer than the build, then starts the server; words behind `--` reach
// `shortlist serve`. Data is kept in `.shortlist` in the repository unless `--data`, SHORTLIST_DATA or DATABASE_URL says otherwise.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNewer } from './build-if-newer.mjs';
import { endWithNpm } from './end-with-npm.mjs';

const root = join(import.meta.dirname, '..');

const { ran, passed, output, seconds } = await buildIfNewer();
if (!passed) {
  console.error(`${output}\nThe app could not be built; the lines above say why.`);
  process.exit(1);
}
if (ran) console.log(`Built the app in ${seconds.toFixed(1)} s.`);

const env = { ...process.env, SHORTLIST_DATA: process.env.SHORTLIST_DATA ?? join(root, '.shortlist') };
const command = join(root, 'cli', 'bin', 'shortlist.mjs');
const server = spawn(process.execPath, [command, 'serve', ...process.argv.slice(2)], { stdio: 'inherit', env });

// A terminal sends Ctrl-C to the server itself; a supervisor sends it only to us. We end when the server has ended, not before.
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) server.kill('SIGINT');
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
endWithNpm(() => server.kill('SIGTERM'));
server.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
