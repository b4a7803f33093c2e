/** The feed as a WebSocket, for the app. The client listens, and says where its person is. */
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuse } from '@shortlist/domain/refusal.ts';
import { WebSocket, WebSocketServer } from 'ws';
import { feedSchema } from '../changes/feed-schema.ts';
import type { FeedStep } from '../changes/feed.ts';
import { readAfter } from './feed-position.ts';
import type { HttpContext } from './http-context.ts';
import { credentialOf, foreignOrigin, identify, mayNotRead, type Credential } from './identify.ts';
import type { EndReason } from './open-streams.ts';
import { hearPlaces } from './seat-of-socket.ts';
import { problem, problemText, statusOf, type Problem } from './problem.ts';

/** A socket with more than this waiting is not written to until it has drained. */
const mostWaiting = 1024 * 1024;
/** A socket further behind is told to load a snapshot, which is less work for both sides. */
const mostBehind = 5_000;

/** Close codes: 1001 going away, 1013 try again later, and from the private range, 4401 signed out. */
const closeCodes: Readonly<Record<EndReason, number>> = { stopping: 1001, signed_out: 4401 };

/** Takes the server's upgrade requests over. */
export function serveFeedSocket(server: Server, context: HttpContext): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096, perMessageDeflate: false, clientTracking: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => undefined);
    void admitOrExplain(context, request).then((admitted) => {
      if ('code' in admitted) rejectUpgrade(socket, admitted);
      else sockets.handleUpgrade(request, socket, head, (client) => void serveClient(context, client, socket, admitted));
      return undefined;
    });
  });
}

interface Admitted {
  readonly credential: Credential;
  readonly memberId: string | null;
  readonly after: number | null;
}

async function admitOrExplain(context: HttpContext, request: IncomingMessage): Promise<Admitted | Problem> {
  try {
    return await admit(context, request);
  } catch (error) {
    context.log.error({ err: error }, 'a feed socket could not be opened');
    return problem('internal', 'Something went wrong here. Try again in a moment.');
  }
}

async function admit(context: HttpContext, request: IncomingMessage): Promise<Admitted | Problem> {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const target = request.url ?? '';
  const url = URL.canParse(target, 'http://shortlist') ? new URL(target, 'http://shortlist') : null;
  if (url?.pathname !== '/api/v1/feed')
    return problem('no_such_address', 'Nothing here speaks WebSocket. The feed is at /api/v1/feed.');
  if (context.isStopping()) return refuse('database_down', 'The server is stopping. Try again in a moment.');
  const credential = credentialOf(header);
  const foreign = foreignOrigin(context, credential, header);
  if (foreign !== null) return foreign;
  const caller = await identify(context, credential);
  const refusal = mayNotRead(caller);
  if (refusal !== null || credential === null) return refusal ?? refuse('not_signed_in', 'Sign in first.');
  const after = readAfter(url.searchParams.get('after') ?? undefined);
  if (typeof after === 'object' && after !== null) return after;
  return { credential, memberId: caller.kind === 'known' ? caller.actor.memberId : null, after };
}

function rejectUpgrade(socket: Duplex, refusal: Problem): void {
  const body = problemText(refusal);
  socket.end(
    [
      `HTTP/1.1 ${statusOf(refusal.code)} Refused`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

async function serveClient(
  context: HttpContext,
  client: WebSocket,
  socket: Duplex,
  { credential, memberId, after }: Admitted,
): Promise<void> {
  const ending = new AbortController();
  const finish = (code: number, reason: string): void => {
    if (client.readyState === WebSocket.OPEN) client.send(JSON.stringify({ type: 'bye', reason }));
    client.close(code, reason);
    ending.abort();
  };
  /** `hello` comes first (3.3): until then the last of each kind waits. */
  let early: Map<'notices' | 'people', string> | null = new Map();
  const tell = (kind: 'notices' | 'people', message: string): boolean => {
    early?.set(kind, message);
    if (early !== null) return true;
    const isFree = client.readyState === WebSocket.OPEN && client.bufferedAmount < mostWaiting;
    if (isFree) client.send(message);
    return isFree;
  };
  let hasAnswered = true;
  const takeOff = context.streams.add({
    credential,
    beat: () => {
      // A browser answers the frame by itself; one that did not since the last beat is gone or stuck.
      if (!hasAnswered) return client.terminate();
      hasAnswered = false;
      client.ping();
      if (early === null && client.bufferedAmount < mostWaiting) client.send('{"type":"ping"}');
    },
    end: (reason) => finish(closeCodes[reason], reason),
  });
  const stopListening = context.hub.listenFor(memberId ?? '', () => void tell('notices', '{"type":"notices"}'));
  if (memberId !== null)
    hearPlaces(
      client,
      context.hub.presence.seat(context.workspaceId, memberId, (message) => tell('people', message)),
    );
  client.on('pong', () => (hasAnswered = true));
  client.on('error', () => client.terminate());
  client.on('close', () => {
    takeOff();
    stopListening();
    ending.abort();
  });
  try {
    const { seq, steps } = await context.hub.follow({
      workspaceId: context.workspaceId,
      after,
      signal: ending.signal,
      maxBehind: mostBehind,
    });
    const now = new Date().toISOString();
    client.send(JSON.stringify({ type: 'hello', seq, schema: feedSchema, version: context.version, now }));
    for (const message of early.values()) client.send(message);
    early = null;
    for await (const step of steps) {
      if (client.readyState !== WebSocket.OPEN) continue;
      client.send(messageOf(step));
      if (step.kind === 'reset') client.close(1000, 'reset');
      await drained(client, socket, ending.signal);
    }
  } catch (error) {
    if (ending.signal.aborted) return;
    context.log.warn({ error: String(error) }, 'a feed socket was closed because the feed could not be read');
    finish(1013, 'unavailable');
  }
}

/** Resolves when the socket has room again, or its end has come. */
async function drained(client: WebSocket, socket: Duplex, signal: AbortSignal): Promise<void> {
  while (client.bufferedAmount > mostWaiting && !signal.aborted) {
    await once(socket, 'drain', { signal }).catch(() => undefined);
  }
}

function messageOf(step: FeedStep): string {
  if (step.kind === 'reset') return '{"type":"reset"}';
  return `{"type":"changes","changes":[${step.lines.map((line) => line.json).join(',')}]}`;
}
