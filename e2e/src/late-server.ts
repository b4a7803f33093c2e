// Loaded before a server in `npm run soak`: what it says to a browser is late, each time by another while, so that a journey that
// trusts its luck fails.
import { Server, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** In milliseconds. Most things come soon, and some very late. */
const lateness = (longest: number): number => longest * Math.random() ** 8;
const wait = async (ms: number): Promise<void> => await new Promise((done) => void setTimeout(done, ms));

const { emit } = Server.prototype;
Object.assign(Server.prototype, { emit: emitLate });

function emitLate(this: Server, event: string, ...said: unknown[]): unknown {
  const now = (): unknown => Reflect.apply(emit, this, [event, ...said]);
  if (event !== 'request' && event !== 'upgrade') return now();
  // Node says these with a request, and with its answer or its socket.
  const [request, socket] = said as [IncomingMessage, Duplex];
  if (!String(request.headers['user-agent']).startsWith('Mozilla')) return now();
  if (event === 'upgrade') speakLate(socket);
  void wait(lateness(1_500)).then(now);
  return true;
}

/** Holds back what is written to a socket, in its order. */
function speakLate(socket: Duplex): void {
  let last = Promise.resolve();
  for (const name of ['write', 'end'] as const) {
    const speak = socket[name].bind(socket);
    const late = (...words: unknown[]): boolean => {
      last = last.then(async () => await wait(lateness(1_000))).then(() => void Reflect.apply(speak, socket, words));
      return true;
    };
    Object.assign(socket, { [name]: late });
  }
}
