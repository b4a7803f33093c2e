/** The composition: database, road, feed, HTTP. The only file that knows all of them; it decides nothing. */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { pino, type Logger } from 'pino';
import manifest from '../package.json' with { type: 'json' };
import { attachedFiles, type AttachedFiles } from './attachment/attached-files.ts';
import { FeedHub } from './changes/feed.ts';
import { readSnapshot } from './changes/read-snapshot.ts';
import { lastSeq } from './changes/read-changes.ts';
import type { Settings } from './config.ts';
import { openDatabase, type Database } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { openFileStore } from './files/open-file-store.ts';
import { FlagDelivery } from './flag/flag-delivery.ts';
import { closerOf } from './http/close-http.ts';
import { answerFlags } from './http/flag-listener.ts';
import { flagLimits, type FlagLimitSettings } from './http/flag-limits.ts';
import { FlagStreams } from './http/flag-streams.ts';
import { serveFeedSocket } from './http/feed-socket.ts';
import { makeHttpApp } from './http/http-app.ts';
import type { HttpContext } from './http/http-context.ts';
import { makeMetrics } from './http/metrics.ts';
import { OpenStreams } from './http/open-streams.ts';
import { rateLimits, type LimitSettings } from './http/rate-limits.ts';
import { snapshotShelf } from './http/snapshot-shelf.ts';
import type { Road } from './run-operation.ts';
import { startJobs } from './start-jobs.ts';
import { authenticate } from './workspace/authenticate.ts';
import { ensureInstallation } from './workspace/setup-token.ts';
import { errorCode } from './db/error-code.ts';

export const version: string = manifest.version;

/** What tests and benches set otherwise. */
export interface ServerOptions {
  /** ISO 8601, UTC, milliseconds; the system's clock unless given. */
  readonly clock?: () => string;
  readonly webDir?: string;
  readonly limits?: LimitSettings;
  readonly flagLimits?: FlagLimitSettings;
  readonly flagGapMs?: number;
  readonly heartbeatMs?: number;
  readonly recheckMs?: number;
  readonly pollMs?: number;
  /** In place of a log on stderr. */
  readonly log?: Logger;
}

export interface RunningServer {
  /** Where it answers: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly port: number;
  readonly road: Road;
  /** Where the owner is made; null once somebody was. */
  readonly setupUrl: string | null;
  /** Lets running commands finish, tells streams goodbye, closes the database. A second call waits for the first. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the database, brings its tables up to date and answers HTTP. Throws one clear line when the folder is in use, the
 * database cannot be opened or the port is taken; nothing is left running then.
 */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const log = options.log ?? pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
  const { dataDir, databaseUrl } = settings;
  const database = await openDatabase({ log, dataDir, databaseUrl });
  try {
    return await serveDatabase(database, settings, options, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serveDatabase(
  database: Database,
  settings: Settings,
  options: ServerOptions,
  log: Logger,
): Promise<RunningServer> {
  await migrate(database.pool);
  const { workspaceId, setupSecret } = await ensureInstallation(database.db, settings.dataDir);
  const clock = options.clock ?? (() => new Date().toISOString());
  const hub = new FeedHub({ database, log, clock, ...(options.pollMs !== undefined && { pollMs: options.pollMs }) });
  const { mail } = settings;
  const road: Road = { database, clock, wake: (id) => hub.wake(id), mailIsOn: mail !== undefined };
  const store = openFileStore(settings);
  const files = attachedFiles(database, store, clock);
  const flags = new FlagDelivery({ db: database.db, hub, workspaceId, log, clock, leastGapMs: options.flagGapMs });
  const context = httpContext({ road, hub, files, flags, workspaceId, settings, options, log });
  const { server, closeHttp } = await listen(context, settings).catch(async (error: unknown) => {
    context.streams.close();
    context.flagStreams.close();
    await flags.close();
    await hub.close();
    throw error;
  });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const url = settings.publicUrl ?? `http://${hostInUrl(settings.host)}:${port}`;
  const stopJobs = startJobs({ road, hub, store, workspaceId, mail, url, log });

  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    context.stop();
    context.streams.close();
    context.flagStreams.close();
    await closeHttp();
    await flags.close();
    await stopJobs();
    await hub.close();
    await database.close();
  };
  return {
    url,
    port,
    road,
    setupUrl: setupSecret === null ? null : `${url}/setup#${setupSecret}`,
    close: () => (closing ??= close()),
  };
}

interface Parts {
  readonly road: Road;
  readonly hub: FeedHub;
  readonly files: AttachedFiles;
  readonly flags: FlagDelivery;
  readonly workspaceId: string;
  readonly settings: Settings;
  readonly options: ServerOptions;
  readonly log: Logger;
}

function httpContext({
  road,
  hub,
  files,
  flags,
  workspaceId,
  settings,
  options,
  log,
}: Parts): HttpContext & { readonly stop: () => void } {
  const { db } = road.database;
  let isStopping = false;
  const authenticateNow: HttpContext['authenticate'] = (secret, via) => authenticate(db, secret, via, road.clock());
  const { heartbeatMs, recheckMs } = options;
  const flagStreams = new FlagStreams(flags, heartbeatMs);
  const streams = new OpenStreams({ authenticate: authenticateNow, log, heartbeatMs, recheckMs });
  return {
    road,
    hub,
    workspaceId,
    log,
    streams,
    version,
    authenticate: authenticateNow,
    files,
    flags,
    flagStreams,
    flagLimits: flagLimits(options.flagLimits),
    snapshots: snapshotShelf({
      seq: () => lastSeq(db, workspaceId),
      read: (write) => readSnapshot(db, workspaceId, road.clock(), write),
    }),
    metrics: makeMetrics(() => streams.size + flagStreams.size),
    limits: rateLimits(options.limits),
    publicUrl: settings.publicUrl,
    webDir: options.webDir ?? fileURLToPath(new URL('../../web/dist', import.meta.url)),
    isStopping: () => isStopping,
    stop: () => (isStopping = true),
    afterCommand: async (name, caller) => {
      if (changesOwnNotices.has(name) && caller.kind === 'known') hub.tell(caller.actor.memberId ?? '');
      if (endsAccess.has(name)) void streams.recheck();
      if (name === 'environment.revokeKey') flags.keysChanged();
      if (name === 'workspace.setUp') await rm(join(settings.dataDir, 'setup-token'), { force: true });
    },
  };
}

/** Commands after which a member's other tabs look at what is their own again. */
const changesOwnNotices: ReadonlySet<string> = new Set(['notice.read', 'following.set']);

/** Commands after which somebody may have lost the right to listen. */
const endsAccess: ReadonlySet<string> = new Set(['session.end', 'token.revoke', 'member.remove', 'member.edit']);

interface Listening {
  readonly server: Server;
  readonly closeHttp: () => Promise<void>;
}

async function listen(context: HttpContext, { host, port }: Settings): Promise<Listening> {
  const answerOther = getRequestListener(makeHttpApp(context).fetch);
  const server = createServer((request, response) => {
    if (!answerFlags(context, request, response)) void answerOther(request, response);
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 30_000;
  // Longer than the usual 60 s of a proxy, which would otherwise use a connection just as we close it.
  server.keepAliveTimeout = 75_000;
  serveFeedSocket(server, context);
  const closeHttp = closerOf(server);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(sentenceOfListenError(error, host, port), { cause: error });
  }
  return { server, closeHttp };
}

function sentenceOfListenError(error: unknown, host: string, port: number): string {
  const code = errorCode(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program; choose one with --port, or stop that program.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user; choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine; choose another --host.`;
  return `The server cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}.`;
}

/** An address that stands for all of the machine's is reached as this machine; IPv6 is written in brackets. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
