/** A server in a process of its own, as `npm start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Starts it on a free port and answers when it is reachable; on the embedded database unless one is named. */
export async function startServerProcess(folder: string, databaseUrl = ''): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /running at (\S+)/.exec(said)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { process: child, url };
    }
  }
  throw new Error(`the server did not start: ${said}`);
}

/** Asks it to stop and waits until it has; one that has ended already is no fault. */
export async function stopServerProcess({ process: child }: ServerProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
