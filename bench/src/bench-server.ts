// A server in a process of its own on a throw-away folder, set up and ready to be called.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from '@shortlist/sdk/client.ts';

export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** Stops the server; the folder stays for another start. */
  readonly stop: () => Promise<void>;
}

export async function newFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-bench-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function startBenchServer(folder: string): Promise<BenchServer> {
  const main = fileURLToPath(import.meta.resolve('@shortlist/server/main.ts'));
  const began = performance.now();
  const { url, pid, stop } = await startProcess([main, '--data', folder, '--port', '0']);
  await (await fetch(`${url}/healthz`)).text();
  const startMs = performance.now() - began;
  return { url, folder, pid, startMs, stop };
}

/** Runs a program of ours in a process of its own until it has printed where it answers. */
export async function startProcess(args: readonly string[]): Promise<Pick<BenchServer, 'url' | 'pid' | 'stop'>> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, DATABASE_URL: '' } });
  const url = await addressOf(child);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { url, pid: child.pid ?? 0, stop };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /running at (\S+)/.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the server did not start: ${said}`);
}

/** Makes the owner and a team `BENCH`, and answers the owner's secret. */
export async function setUp(server: BenchServer): Promise<string> {
  const setupToken = (await readFile(join(server.folder, 'setup-token'), 'utf8')).trim();
  const owner = { setupToken, workspace: 'Bench', name: 'Olive', email: 'olive@example.com', password: 'correct horse' };
  const { sessionSecret } = await createClient({ url: server.url }).call('workspace.setUp', owner);
  await clientOf(server, sessionSecret).call('team.create', { key: 'BENCH', name: 'Bench' });
  return sessionSecret;
}

export function clientOf(server: BenchServer, secret: string): Client {
  return createClient({ url: server.url, token: secret });
}

/** CPU milliseconds a process has used so far, from /proc; its children are not counted. */
export async function cpuMsOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  // Fields 14 and 15 of proc(5), in ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory in MB that no other process shares, of a process and all below it. */
export async function memoryMb(pid: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '');
    parents.set(Number(entry), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const isBelow = (one: number): boolean => one === pid || (parents.has(one) && one > 1 && isBelow(parents.get(one) ?? 0));
  let kilobytes = 0;
  for (const one of [...parents.keys()].filter(isBelow)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '');
    // Proportional: what several processes share is counted once in the sum.
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}
