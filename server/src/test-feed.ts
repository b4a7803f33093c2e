/** Clients of the feed for tests: they gather what they are told, and a test waits for what it expects. */
import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WebSocket } from 'ws';

export interface Message {
  readonly type: string;
  readonly seq?: number;
  readonly reason?: string;
  readonly changes?: readonly { readonly seq: number; readonly id: string; readonly entity: string }[];
}

export interface TestSocket {
  readonly socket: WebSocket;
  readonly messages: readonly Message[];
  /** All changes told so far. */
  readonly changes: () => readonly { readonly seq: number; readonly id: string; readonly entity: string }[];
  /** Resolves as soon as what was told so far satisfies the condition. */
  readonly until: (isReached: (socket: TestSocket) => boolean) => Promise<void>;
  /** The code with which it was closed. */
  readonly closed: Promise<number>;
}

export interface SocketOptions {
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens the feed's socket; rejects with the status when the server refuses. */
export async function openSocket(url: string, after: number | null, { secret, headers }: SocketOptions): Promise<TestSocket> {
  const address = `${url.replace('http', 'ws')}/api/v1/feed${after === null ? '' : `?after=${after}`}`;
  const socket = new WebSocket(address, { headers: { ...(secret && { authorization: `Bearer ${secret}` }), ...headers } });
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const client: TestSocket = {
    socket,
    messages,
    closed,
    changes: () => messages.flatMap((message) => message.changes ?? []),
    until: async (isReached) => {
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (!isReached(client)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void closed.then((code) => reject(new Error(`closed with ${code} after ${JSON.stringify(messages).slice(0, 400)}`)));
        look();
      });
    },
  };
  socket.on('message', (data) => {
    // The server sends texts only.
    messages.push(JSON.parse((data as Buffer).toString('utf8')));
    for (const look of waiting) look();
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
    socket.once('unexpected-response', (_, response: IncomingMessage) => {
      response.resume();
      reject(new Error(`refused with ${response.statusCode}`));
    });
  });
  return client;
}

export interface ServerSentEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly comment?: string;
}

/** A response of server-sent events, one block at a time. It is read from now on, as a browser does, whether or not the first one is asked for. */
export function eventsOf({ body }: Response): AsyncGenerator<ServerSentEvent, void, undefined> {
  const chunks = new PassThrough({ highWaterMark: 2 ** 24 });
  if (body === null) chunks.end();
  // How it ended is told to whoever reads the chunks.
  else pipeline(body, chunks).catch(() => undefined);
  return blocksOf(chunks);
}

async function* blocksOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<ServerSentEvent, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      yield eventOf(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function eventOf(block: string): ServerSentEvent {
  const fields = block.split('\n').map((line) => {
    const [, name, value] = /^([a-z]*): ?(.*)$/.exec(line) ?? [];
    return [name === '' ? 'comment' : name, value];
  });
  return Object.fromEntries(fields);
}
