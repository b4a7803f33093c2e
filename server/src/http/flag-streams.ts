/** Streams that tell products of changed flags. Written straight to the sockets, so that a thousand cost one text. */
import type { ServerResponse } from 'node:http';
import type { KeyHolder } from '../flag/environment-keys.ts';
import type { FlagDelivery } from '../flag/flag-delivery.ts';

/** A reader with more than this waiting is let go; it connects again and is given what it lacks. */
const mostWaiting = 4 * 1024 * 1024;
/** Until keys are asked again that could not be. */
const againMs = 1_000;
const stillHere = Buffer.from(': still here\n\n');

interface FlagStream {
  readonly holder: KeyHolder;
  readonly write: (event: string | Uint8Array) => void;
  readonly end: (reason: string) => void;
}

export class FlagStreams {
  readonly #streams = new Set<FlagStream>();
  readonly #flags: FlagDelivery;
  readonly #timer: NodeJS.Timeout;
  readonly #takeOff: () => void;
  #isClosed = false;

  constructor(flags: FlagDelivery, heartbeatMs = 18_000) {
    this.#flags = flags;
    this.#timer = setInterval(() => {
      for (const stream of this.#streams) stream.write(stillHere);
    }, heartbeatMs);
    this.#timer.unref();
    this.#takeOff = flags.whenKeysChange(() => void this.#recheck(this.#streams));
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Begins a stream; `onEnd` is called once, however it ends. Answers what writes to it. */
  open(
    response: ServerResponse,
    holder: KeyHolder,
    headers: Readonly<Record<string, string>>,
    onEnd: () => void,
  ): (event: string | Uint8Array) => void {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const write = (event: string | Uint8Array): void => {
      if (response.writableEnded) return;
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(event);
    };
    const end = (reason: string): void => {
      if (!response.writableEnded) response.end(`event: bye\ndata: ${JSON.stringify({ reason })}\n\n`);
    };
    const stream = { holder, write, end };
    this.#streams.add(stream);
    response.once('close', () => {
      this.#streams.delete(stream);
      onEnd();
    });
    // What happened while it was being opened: the server began to stop, or its key was revoked.
    if (this.#isClosed) setImmediate(() => end('stopping'));
    void this.#recheck([stream]);
    return write;
  }

  /** Ends every stream whose key opens nothing any more; where that cannot be told, it is asked again. */
  async #recheck(streams: Iterable<FlagStream>): Promise<void> {
    for (const [keyId, ofKey] of Map.groupBy(streams, (stream) => stream.holder.keyId)) {
      const holder = await this.#flags.keys.findById(keyId).catch(() => undefined);
      if (holder === null) for (const stream of ofKey) stream.end('key_revoked');
      if (holder === undefined && !this.#isClosed) setTimeout(() => void this.#recheck(ofKey), againMs).unref();
    }
  }

  /** Ends all of them, and every one that is still being opened. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#takeOff();
    for (const stream of this.#streams) stream.end('stopping');
  }
}

/** One event. The text of a set has line ends, which an event carries as lines of its own. */
export function eventText(event: string, version: number, data: string): string {
  return `id: ${version}\nevent: ${event}\ndata: ${data.replaceAll('\n', '\ndata: ')}\n\n`;
}
