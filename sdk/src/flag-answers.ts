/** What every kind of flags does with an answer, wherever it came from: overrides, counting, telling listeners, reporting. */
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import { FlagCounts } from './flag-counts.ts';
import type { FlagsOptions } from './flags.ts';
import { pause } from './pause.ts';

/** A browser lets a request outlive its page only below 64 kB. */
const outlivingLength = 60_000;

export class FlagAnswers {
  readonly #options: FlagsOptions;
  readonly #counts = new FlagCounts();
  readonly #overrides = new Map<string, EvaluationDetails>();
  readonly #listeners = new Set<() => void>();
  readonly #stopping = new AbortController();
  readonly #reporting: Promise<void>;

  constructor(options: FlagsOptions) {
    this.#options = options;
    this.#reporting = this.#report();
  }

  /** Where the server answers, without a slash at the end. */
  get base(): string {
    return this.#options.url.replace(/\/+$/, '');
  }

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell = (): void => {
    for (const listener of this.#listeners) listener();
  };

  override = (key: string, value: unknown): void => {
    if (value === undefined) this.#overrides.delete(key);
    else this.#overrides.set(key, { ...overridden, value });
    this.tell();
  };

  overrideOf(key: string): EvaluationDetails | undefined {
    return this.#overrides.get(key);
  }

  /** Counts an answer that was given, and answers it. */
  given(key: string, details: EvaluationDetails, context: EvaluationContext): EvaluationDetails {
    if (details.errorCode === null) this.#counts.evaluated(key, details, context);
    return details;
  }

  track = (event: string, context: EvaluationContext, value = 0): void => this.#counts.tracked(event, context, value);

  fault = (error: unknown): void => this.#options.onError?.(error);

  /** As the options have it; a browser's own is never called as a method of something else. */
  fetch: typeof fetch = async (input, init) => await (this.#options.fetch ?? fetch)(input, init);

  /** Asks the server, with the key. */
  async send(path: string, init: RequestInit & { readonly headers?: Readonly<Record<string, string>> }): Promise<Response> {
    return await this.fetch(`${this.base}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.#options.key}`, ...init.headers },
    });
  }

  async #report(): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#reportMs > 0 && !signal.aborted) {
      await pause(this.#reportMs, signal);
      if (!signal.aborted) await this.sendCounts();
    }
  }

  get #reportMs(): number {
    return this.#options.telemetryMs ?? 10_000;
  }

  /** Tells what was counted since the last time. */
  sendCounts = async (): Promise<void> => {
    const told = this.#reportMs > 0 ? this.#counts.take() : null;
    if (told === null) return;
    const body = JSON.stringify(told);
    try {
      const response = await this.send('/flags/v1/telemetry', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: body.length < outlivingLength,
        signal: AbortSignal.timeout(5_000),
      });
      await response.text();
    } catch (error) {
      this.fault(error);
    }
  };

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#reporting;
    await this.sendCounts();
  }
}

const overridden: EvaluationDetails = {
  value: undefined,
  variant: null,
  reason: 'STATIC',
  ruleId: null,
  ruleTitle: 'Overridden here',
  errorCode: null,
  errorMessage: null,
  flagVersion: null,
  metadata: null,
};
