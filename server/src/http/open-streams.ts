/** The feed streams that are open: keeps them awake, closes those whose secret was revoked, and all of them at the end. */
import type { DatabaseLog } from '../db/database-log.ts';
import type { Authenticate } from './http-context.ts';
import { mayNotRead, type Credential } from './identify.ts';

export type EndReason = 'stopping' | 'signed_out';

export interface OpenStream {
  readonly credential: Credential;
  /** Sends a sign of life. */
  readonly beat: () => void;
  readonly end: (reason: EndReason) => void;
}

export interface OpenStreamsOptions {
  readonly authenticate: Authenticate;
  readonly log: DatabaseLog;
  /** Between signs of life; 20 s unless given. */
  readonly heartbeatMs?: number | undefined;
  /** Between two looks whether secrets still open something; 5 s unless given. */
  readonly recheckMs?: number | undefined;
}

export class OpenStreams {
  readonly #streams = new Set<OpenStream>();
  readonly #authenticate: Authenticate;
  readonly #log: DatabaseLog;
  readonly #timers: readonly NodeJS.Timeout[];
  #isChecking = false;

  constructor({ authenticate, log, heartbeatMs = 20_000, recheckMs = 5_000 }: OpenStreamsOptions) {
    this.#authenticate = authenticate;
    this.#log = log;
    this.#timers = [setInterval(() => this.#beat(), heartbeatMs), setInterval(() => void this.recheck(), recheckMs)];
    for (const timer of this.#timers) timer.unref();
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Answers the function that takes it off again. */
  add(stream: OpenStream): () => void {
    this.#streams.add(stream);
    return () => this.#streams.delete(stream);
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
  }

  /** Ends every stream whose secret no longer lets its holder read. Asks once for each secret, one after the other. */
  async recheck(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    try {
      const bySecret = Map.groupBy(this.#streams, (stream) => stream.credential.secret);
      for (const [secret, streams] of bySecret) {
        const caller = await this.#authenticate(secret, 'app');
        if (caller === null || mayNotRead(caller) !== null) for (const stream of streams) stream.end('signed_out');
      }
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'open streams could not be checked; trying again');
    } finally {
      this.#isChecking = false;
    }
  }

  /** Ends all of them and begins nothing more. */
  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const stream of this.#streams) stream.end('stopping');
  }
}
