// The product as somebody runs it: the real server on a folder of its own, the command line, and the API with a token.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { copyOfFilled, makeDatabase, shared, type OwnDatabase } from './shared-database.ts';

/** What makes a server answer late. */
const lately = process.env['SHORTLIST_SOAK'] === '1' ? ['--import', join(import.meta.dirname, 'late-server.ts')] : [];
/** What sets a server's clock ahead. */
const later = ['--import', join(import.meta.dirname, 'later-server.ts')];
const program = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'shortlist.mjs');

export interface Product {
  readonly url: string;
  /** The one-time link that the server printed; empty where somebody made the owner already. */
  readonly setupUrl: string;
  readonly setupTokenFile: string;
  /** A folder for what a journey writes; it is removed with everything else. */
  readonly folder: string;
  /** Runs `shortlist …` against this server and answers what it printed. Throws what it complained of. */
  readonly run: (args: readonly string[], options?: { readonly token?: string; readonly input?: string }) => Promise<string>;
  /**
   * Stops the server as an admin does; answers how to start it again on the same data, at the same address, on a day that lies so far
   * ahead.
   */
  readonly halt: () => Promise<(daysLater?: number) => Promise<void>>;
  /** Stops the server and removes its data. */
  readonly stop: () => Promise<void>;
}

/** Where a product keeps its data. */
export interface ProductOptions {
  /**
   * Its own PostgreSQL in its own folder, as somebody has who starts it without settings. Otherwise a database in the one that
   * a run of tests shares, where there is one.
   */
  readonly isEmbedded?: boolean;
}

/** Starts `shortlist serve` on an empty folder, an empty database and any free port. */
export async function startProduct({ isEmbedded = false }: ProductOptions = {}): Promise<Product> {
  return await startOn(isEmbedded || shared === null ? null : await makeDatabase(shared));
}

/**
 * Starts a product that `fill` has filled. In a run of tests it is filled once for all that give the same `name`, and each gets a
 * copy of the database; what `fill` answers is kept as JSON, and files on disk are not kept.
 */
export async function startFilled<Made>(
  name: string,
  fill: (product: Product) => Promise<Made>,
): Promise<{ readonly product: Product; readonly made: Made }> {
  if (shared === null) {
    const product = await startOn(null);
    return { product, made: await fill(product) };
  }
  const { database, note } = await copyOfFilled(shared, name, async (url) => {
    const product = await startOn({ url, drop: async () => undefined });
    try {
      return JSON.stringify(await fill(product));
    } finally {
      await product.stop();
    }
  });
  // It was written just above, here or by another journey of the same run.
  return { product: await startOn(database), made: JSON.parse(note) as Made };
}

/** On this database, or its own. */
async function startOn(database: OwnDatabase | null): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'shortlist-e2e-'));
  const data = join(folder, 'data');
  const more = { SHORTLIST_LOG_LEVEL: 'warn', ...(database !== null && { DATABASE_URL: database.url }) };
  const serve = (port: string, daysLater = 0) =>
    spawn(process.execPath, [...lately, ...later, program, 'serve', '--data', data, '--port', port], {
      env: environment({ ...more, SHORTLIST_DAYS_LATER: String(daysLater) }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let server = serve('0');
  // A test run that is ended takes the server along; the server stops its database.
  const endServer = () => server.kill();
  process.once('exit', endServer);
  const stop = async () => {
    process.off('exit', endServer);
    await end(server);
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { url, setupUrl } = await readWelcome(server);
    const run: Product['run'] = async (args, { token = '', input = '' } = {}) =>
      await runProgram(args, { SHORTLIST_URL: url, SHORTLIST_TOKEN: token }, input);
    const halt: Product['halt'] = async () => {
      await end(server);
      return async (daysLater) => {
        server = serve(new URL(url).port, daysLater);
        await untilHealthy(server, url);
      };
    };
    return { url, setupUrl, setupTokenFile: join(data, 'setup-token'), folder, run, halt, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs an operation of the API, as nobody where `token` is empty, and answers its value. Throws the problem it was refused with. */
export async function callApi(url: string, token: string, operation: string, input: object = {}): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`);
  return typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : answer;
}

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, SHORTLIST_DATA: _data, SHORTLIST_PORT: _port, ...rest } = process.env;
  return { ...rest, ...more };
}

/** What the server prints when it answers; the setup link is empty where there is an owner already. */
async function readWelcome(server: ChildProcess): Promise<{ readonly url: string; readonly setupUrl: string }> {
  let printed = '';
  return await new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /is running at (\S+)[^]*Stop it with/.exec(printed)?.[1];
      if (url !== undefined) resolve({ url, setupUrl: /\S+\/setup#\S+/.exec(printed)?.[0] ?? '' });
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code ?? 'a signal'} and printed:\n${printed}`)));
  });
}

async function untilHealthy(server: ChildProcess, url: string): Promise<void> {
  server.stdout?.resume();
  server.stderr?.resume();
  while (server.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok === true) return;
    await setTimeout(100);
  }
  throw new Error(`The server ended with ${server.exitCode} instead of starting again.`);
}

async function runProgram(args: readonly string[], more: Readonly<Record<string, string>>, input: string): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { env: environment(more), stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const exited = once(child, 'exit');
  const [printed, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code]: unknown[] = await exited;
  if (code !== 0) throw new Error(`shortlist ${args.join(' ')} ended with ${String(code)}:\n${complaint}${printed}`);
  return printed;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
