/** A whole server on a database of its own, for tests: reached over real HTTP on a free port of this machine. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, OperationName, OutputOf } from '@shortlist/domain/operations.ts';
import { startServer, type RunningServer, type ServerOptions } from './app.ts';
import { createTestDatabase } from './db/test-database.ts';
import { hashPasswordsCheaply } from './workspace/password-cost.ts';

export interface TestServer extends RunningServer {
  /** The owner's session secret. */
  readonly owner: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly fetch: (path: string, init?: RequestInit & { readonly as?: string | null }) => Promise<Response>;
  /** Posts an operation, as the owner unless told otherwise, and answers the whole response with its parsed body. */
  readonly post: (name: string, input: unknown, options?: PostOptions) => Promise<Posted>;
  /** The value of an operation that must succeed. */
  readonly value: <Name extends OperationName>(
    name: Name,
    input: InputOf<Name>,
    options?: PostOptions,
  ) => Promise<OutputOf<Name>>;
  /** Stops the server and removes its database and folder. */
  readonly end: () => Promise<void>;
}

export interface PostOptions {
  /** A secret; null: nobody. The owner unless given. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Awaited<ReturnType<typeof jsonOf>>;
}

/** The parsed body. A test looks for what it expects in it, and fails where that is not there. */
// oxlint-disable-next-line typescript/no-explicit-any
export async function jsonOf(response: Response): Promise<any> {
  return await response.json();
}

hashPasswordsCheaply();

export const ownerAccount = { email: 'owner@example.com', password: 'correct horse battery' } as const;

/** Starts a server whose owner is made; heartbeats and rechecks come only if a test asks for them. */
export async function startTestServer(options: ServerOptions = {}): Promise<TestServer> {
  const { url: databaseUrl, database, drop } = await createTestDatabase();
  await database.close();
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-http-'));
  const never = 2 ** 31 - 1;
  const server = await startServer(
    { dataDir, databaseUrl, port: 0, host: '127.0.0.1', publicUrl: null, logLevel: 'silent' },
    { heartbeatMs: never, recheckMs: never, ...options },
  );
  const partial = connected(server, '');
  const setupToken = (await readFile(join(dataDir, 'setup-token'), 'utf8')).trim();
  const { sessionSecret } = await partial.value(
    'workspace.setUp',
    { setupToken, workspace: 'Acme', name: 'Olga Owner', ...ownerAccount },
    { as: null },
  );
  return {
    ...server,
    ...connected(server, sessionSecret),
    owner: sessionSecret,
    dataDir,
    databaseUrl,
    end: async () => {
      await server.close();
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A second server process's worth of server, on the same database. */
export async function startAnother(first: TestServer, options: ServerOptions = {}, port = 0): Promise<RunningServer> {
  const settings = { dataDir: first.dataDir, databaseUrl: first.databaseUrl, port, host: '127.0.0.1' };
  return await startServer({ ...settings, publicUrl: null, logLevel: 'silent' }, options);
}

/** The ways to call a server; `usual` is the secret that is sent unless a call names another. */
export function connected(server: Pick<RunningServer, 'url'>, usual: string): Pick<TestServer, 'fetch' | 'post' | 'value'> {
  const fetchFrom: TestServer['fetch'] = async (path, { as = usual, headers, ...init } = {}) =>
    await fetch(new URL(path, server.url), {
      ...init,
      headers: { ...(as !== null && { authorization: `Bearer ${as}` }), ...Object.fromEntries(new Headers(headers)) },
    });
  const post: TestServer['post'] = async (name, input, { as = usual, headers } = {}) => {
    const response = await fetchFrom(`/api/v1/${name}`, {
      method: 'POST',
      as,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    });
    return { status: response.status, headers: response.headers, body: await jsonOf(response) };
  };
  return {
    fetch: fetchFrom,
    post,
    value: async (name, input, options) => {
      const { status, body } = await post(name, input, options);
      if (status !== 200) throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
      return body.value;
    },
  };
}

/** Makes a member of a role by invitation and answers the session's secret. */
export async function joinAs(server: TestServer, role: 'admin' | 'member' | 'suggester' | 'viewer'): Promise<string> {
  const { invitationSecret } = await server.value('member.invite', { role });
  const account = { name: `A ${role}`, email: `${role}@example.com`, password: 'another long password' };
  return (await server.value('member.join', { invitationSecret, ...account }, { as: null })).sessionSecret;
}
