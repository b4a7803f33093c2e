/** Closes an HTTP server: running requests finish, and nobody else is waited for. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Call before the server listens. What it answers closes the server; requests that run get ten seconds to finish. */
export function closerOf(server: Server): () => Promise<void> {
  // Browsers open connections ahead of what they may ask. Node calls only those idle that were asked something before.
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const closeIdle = (): void => {
    server.closeIdleConnections();
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  return async () => {
    const closed = once(server, 'close');
    server.close();
    closeIdle();
    // A kept-alive connection becomes idle when its request is done, and nobody else would close it then.
    const idle = setInterval(closeIdle, 50);
    const deadline = setTimeout(() => server.closeAllConnections(), 10_000);
    await closed;
    clearInterval(idle);
    clearTimeout(deadline);
  };
}
