/** Streams that tell products of changed flags. Written straight to the sockets, so that a thousand cost one text. */
import type { ServerResponse } from 'node:http';
import type { KeyHolder } from '../flag/environment-keys.ts';
import type { FlagDelivery } from '../flag/flag-delivery.ts';

/** A reader with more than this waiting is let go; it connects again and is given what it lacks. */
const mostWaiting = 4 * 1024 * 1024;

interface FlagStream {
  readonly holder: KeyHolder;
  readonly response: ServerResponse;
  readonly end: (reason: string) => void;
}

export class FlagStreams {
  readonly #streams = new Set<FlagStream>();
  readonly #flags: FlagDelivery;
  readonly #timer: NodeJS.Timeout;
  readonly #takeOff: () => void;

  constructor(flags: FlagDelivery, heartbeatMs = 20_000) {
    this.#flags = flags;
    this.#timer = setInterval(() => {
      for (const { response } of this.#streams) response.write(': still here\n\n');
    }, heartbeatMs);
    this.#timer.unref();
    this.#takeOff = flags.whenKeysChange(() => void this.#recheck());
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
  ): (text: string) => void {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const stream: FlagStream = {
      holder,
      response,
      end: (reason) => response.end(`event: bye\ndata: ${JSON.stringify({ reason })}\n\n`),
    };
    this.#streams.add(stream);
    response.once('close', () => {
      this.#streams.delete(stream);
      onEnd();
    });
    return (text) => {
      if (response.writableLength > mostWaiting) response.destroy();
      else response.write(text);
    };
  }

  /** Ends every stream whose key opens nothing any more. */
  async #recheck(): Promise<void> {
    const byKey = Map.groupBy(this.#streams, (stream) => stream.holder.keyId);
    for (const [keyId, streams] of byKey) {
      const holder = await this.#flags.keys.findById(keyId).catch(() => undefined);
      if (holder === null) for (const stream of streams) stream.end('key_revoked');
    }
  }

  /** Ends all of them. */
  close(): void {
    clearInterval(this.#timer);
    this.#takeOff();
    for (const stream of this.#streams) stream.end('stopping');
  }
}
