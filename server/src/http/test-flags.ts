/** Flags to be asked over HTTP. */
import type { ServerSentEvent } from '../test-feed.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

/** Of the flag that browsers may see too; beside it there is `server-only`. */
export const flagKey = 'new-checkout';

export async function makeKey(server: TestServer, environment: string, kind: 'server' | 'browser'): Promise<string> {
  return (await server.value('environment.createKey', { environment, kind })).keySecret;
}

/** Runs a test's body on a server that has the two flags. */
export async function withFlags(body: (server: TestServer) => Promise<void>, options = {}): Promise<void> {
  const server = await startTestServer(options);
  try {
    await server.value('flag.create', { key: flagKey, clientSide: true });
    await server.value('flag.create', { key: 'server-only' });
    await body(server);
  } finally {
    await server.end();
  }
}

/** Asks by OFREP, of one flag (`/key`) or all. */
export const ask = (server: TestServer, as: string, path: string, context: unknown, headers: Record<string, string> = {}) =>
  server.fetch(`/ofrep/v1/evaluate/flags${path}`, {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ context }),
  });

/** The next event of this name; others are passed over. */
export async function nextOf(events: AsyncGenerator<ServerSentEvent, void>, name: string): Promise<ServerSentEvent> {
  for (;;) {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`the stream ended before ${name}`);
    if (value?.event === name) return value;
  }
}
