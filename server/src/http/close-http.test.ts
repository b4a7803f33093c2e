import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { closerOf } from './close-http.ts';

/** Answers what it was sent. */
async function anEcho(): Promise<{ readonly server: Server; readonly port: number; readonly close: () => Promise<void> }> {
  const server = createServer((asked, answer) => void text(asked).then((body) => answer.end(body)));
  const close = closerOf(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  return { server, port: (server.address() as AddressInfo).port, close };
}

test('a connection that has asked nothing is closed at once, and a request that runs is still answered', async () => {
  const { server, port, close } = await anEcho();
  const headers = { expect: '100-continue', 'content-length': 5 };
  const running = request({ port, host: '127.0.0.1', method: 'POST', headers });
  running.flushHeaders();
  await once(running, 'continue');
  const silent = connect(port, '127.0.0.1');
  await once(server, 'connection');
  const closed = close();
  await once(silent.resume(), 'close');
  running.end('hello');
  const [answer] = (await once(running, 'response')) as [IncomingMessage];
  assert.equal(await text(answer), 'hello');
  await closed;
});

test('a server without connections closes at once', async () => {
  const { close } = await anEcho();
  await close();
});
