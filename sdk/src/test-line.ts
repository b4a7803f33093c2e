/** A line between clients and a server that can be cut, or fall silent without anybody being told, as lines do. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TestLine {
  readonly url: string;
  /** Ends every connection at once. */
  readonly cut: () => void;
  /** From now on nothing comes through, in either direction; connections seem open. */
  readonly fallSilent: () => void;
  /** Lets new connections through again; those that fell silent stay so. */
  readonly speak: () => void;
  readonly close: () => Promise<void>;
}

/** Leads to a port of this machine. */
export async function startLine(port: number): Promise<TestLine> {
  const sockets = new Set<Socket>();
  let isSilent = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const silence = (socket: Socket): void => {
    socket.unpipe();
    socket.pause();
  };
  const server = createServer((near) => {
    keep(near);
    if (isSilent) return silence(near);
    const far = connect(port, '127.0.0.1');
    keep(far);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    // A server that listens on a port has an address of this kind.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    fallSilent: () => {
      isSilent = true;
      for (const socket of sockets) silence(socket);
    },
    speak: () => (isSilent = false),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
