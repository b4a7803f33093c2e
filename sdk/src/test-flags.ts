/** What tests of flags in products stand on. */
import { startTestServer, type TestServer } from '@shortlist/server/test-server.ts';
import type { Flags } from './flags.ts';

/** A server on a database of its own, which speaks on its streams every second. */
export async function withServer(body: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer({ heartbeatMs: 1_000 });
  try {
    await body(server);
  } finally {
    await server.end();
  }
}

/** Answers the secret. */
export async function makeKey(server: TestServer, environment: string, kind: 'server' | 'browser'): Promise<string> {
  return (await server.value('environment.createKey', { environment, kind })).keySecret;
}

/** Resolves as soon as the SDK’s flags satisfy the condition. */
export async function until(flags: Flags, isReached: () => boolean): Promise<void> {
  if (isReached()) return;
  await new Promise<void>((resolve) => {
    const takeOff = flags.listen(() => {
      if (!isReached()) return;
      takeOff();
      resolve();
    });
  });
}
