/** A stream that is kept open for ever, with a slow poll beside it, and what can be said of it: heard, or stale since when. */
import { readEvents, type StreamEvent } from './event-stream.ts';
import type { FlagsOptions, FlagsStatus } from './flags.ts';
import { pause } from './pause.ts';

/** What is followed. Whatever rejects is told and tried again. */
export interface FlagSource {
  readonly openStream: (signal: AbortSignal) => Promise<Response>;
  /** Rejects where it cannot follow on what is there; the stream is opened anew then. */
  readonly take: (event: StreamEvent, signal: AbortSignal) => Promise<void> | void;
  /** A look beside the stream, for what a proxy between may swallow. */
  readonly look: (signal: AbortSignal) => Promise<void>;
  readonly hasAnswers: () => boolean;
  /** Told after the status may have changed. */
  readonly tell: () => void;
}

type Timing = Pick<FlagsOptions, 'pollMs' | 'silenceMs' | 'onError'>;

/** With signs of life every 18 s; nobody takes what is old for new longer than half a minute. */
const usualSilenceMs = 28_000;
const firstPauseMs = 250;
const longestPauseMs = 30_000;
/** A stream that is torn and opened again within this was never stale. */
const graceMs = 5_000;
/** For one answer; a stream has its silence instead. */
const answerMs = 30_000;

export class FlagConnection {
  readonly #source: FlagSource;
  readonly #timing: Timing;
  readonly #stopping = new AbortController();
  readonly #living: Promise<unknown>;
  #isConnected = false;
  #heardAt: number | null = null;
  #failures = 0;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(source: FlagSource, timing: Timing) {
    this.#source = source;
    this.#timing = timing;
    this.#living = Promise.all([this.#follow(), this.#poll()]);
  }

  get status(): FlagsStatus {
    const isHeard = this.#isConnected || (this.#heardAt !== null && Date.now() - this.#heardAt < graceMs);
    const hasAnswers = this.#source.hasAnswers();
    if (hasAnswers && isHeard) return { state: 'ready', since: null };
    const since = this.#heardAt === null ? null : new Date(this.#heardAt).toISOString();
    if (hasAnswers) return { state: 'stale', since };
    return { state: this.#failures > 0 ? 'error' : 'starting', since };
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#graceTimer);
    await this.#living;
  }

  #heard(): void {
    this.#heardAt = Date.now();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#followOnce(signal);
      } catch (error) {
        this.#failures += 1;
        if (!signal.aborted) this.#timing.onError?.(error);
      }
      this.#lost();
      const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 10));
      // A whole fleet that lost its server must not come back at one moment.
      await pause(longest * (0.5 + Math.random() / 2), signal);
    }
  }

  /** Follows the stream until it ends. Rejects where it cannot be opened, falls silent, or says what cannot be. */
  async #followOnce(stopping: AbortSignal): Promise<void> {
    const silence = new AbortController();
    const silenceMs = this.#timing.silenceMs ?? usualSilenceMs;
    const torn = (): void => silence.abort(new Error(`The stream of flags said nothing for ${silenceMs} ms.`));
    let timer = setTimeout(torn, silenceMs);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(torn, silenceMs);
      this.#heard();
    };
    try {
      const signal = AbortSignal.any([stopping, silence.signal]);
      const response = await this.#source.openStream(signal);
      if (!response.ok) throw new Error(`The flags were refused with ${response.status}: ${await response.text()}`);
      this.#isConnected = true;
      heard();
      // A stream that has nothing to say yet confirms what is there all the same.
      this.#source.tell();
      for await (const event of readEvents(response, heard)) {
        // Whoever accepts and then says nothing that can be used is tried ever more slowly.
        this.#failures = 0;
        if (event.event === 'bye') return;
        await this.#source.take(event, signal);
        this.#source.tell();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #lost(): void {
    this.#isConnected = false;
    this.#source.tell();
    clearTimeout(this.#graceTimer);
    if (!this.#stopping.signal.aborted) this.#graceTimer = setTimeout(this.#source.tell, graceMs);
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopping;
    const every = this.#timing.pollMs ?? 60_000;
    for (;;) {
      await pause(every * (0.8 + Math.random() * 0.4), signal);
      if (signal.aborted) return;
      try {
        await this.#source.look(AbortSignal.any([signal, AbortSignal.timeout(answerMs)]));
        this.#heard();
        this.#source.tell();
      } catch (error) {
        if (!signal.aborted) this.#timing.onError?.(error);
      }
    }
  }
}
