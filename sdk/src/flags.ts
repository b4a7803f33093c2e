/**
 * Flags in a product: the environment's set in memory, asked without waiting, kept by a stream and a slow poll beside it, and
 * started from the last good copy when no server answers. Rules are for servers: a browser asks by OFREP, with a browser key.
 */
import type { EvaluationContext, EvaluationDetails } from '@shortlist/domain/flag/evaluation.ts';
import type { SetDelta } from '@shortlist/domain/flag/flag-definition.ts';
import { evaluateFlag } from '@shortlist/domain/flag/flag-evaluate.ts';
import { applyDelta, emptySet, readSetText, textOfSet, type FlagSet } from '@shortlist/domain/flag/flag-set.ts';
import { readEvents } from './event-stream.ts';
import { FlagCounts } from './flag-counts.ts';

/** Where the last good copy is kept. What it throws is told to `onError` and changes nothing. */
export interface FlagStorage {
  readonly read: () => Promise<string | null>;
  readonly write: (text: string) => Promise<void>;
}

export interface FlagsOptions {
  /** Where Shortlist answers. */
  readonly url: string;
  /** A server key of the environment. */
  readonly key: string;
  readonly storage?: FlagStorage;
  /** The text of a set to begin with, from `/flags/v1/set`. */
  readonly bootstrap?: string;
  readonly fetch?: typeof fetch;
  /** Between two looks beside the stream; a minute unless given. */
  readonly pollMs?: number;
  /** Between two reports of counts; ten seconds unless given, 0 for none. */
  readonly telemetryMs?: number;
  /** Told of what went wrong and is tried again. */
  readonly onError?: (error: unknown) => void;
}

export interface FlagsStatus {
  /** `stale`: there is a set, and no server has confirmed it since. `error`: there is none. */
  readonly state: 'starting' | 'ready' | 'stale' | 'error';
  /** ISO 8601; when the server was last heard, for `stale` and `error`. Null where it never was. */
  readonly since: string | null;
}

export interface Flags {
  /** Whether a boolean flag is on; `otherwise` where nobody can tell. */
  readonly isOn: (key: string, context?: EvaluationContext, otherwise?: boolean) => boolean;
  readonly variant: (key: string, context?: EvaluationContext) => string | null;
  /** The answer with why it is so. Never throws. */
  readonly details: (key: string, context?: EvaluationContext) => EvaluationDetails;
  readonly status: () => FlagsStatus;
  /** Of the set in memory; 0 before there is one. */
  readonly version: () => number;
  /** Resolves when there is a set, wherever it came from, or when closed. */
  readonly ready: Promise<void>;
  /** Called after every change of the set or the status; answers the function that takes it off again. */
  readonly listen: (listener: () => void) => () => void;
  /** Answers with this value from now on, for tests; undefined lifts it. */
  readonly override: (key: string, value: unknown) => void;
  /** Something that somebody did, told of the flags they were shown. */
  readonly track: (event: string, context: EvaluationContext, value?: number) => void;
  /** Tells what was counted and ends everything. */
  readonly close: () => Promise<void>;
}

/** The server says that it is alive every 20 s. */
const silentMs = 50_000;
const firstPauseMs = 250;
const longestPauseMs = 30_000;
/** Without a word for this long, what is there counts as stale. */
const staleMs = 5_000;

export function createFlags(options: FlagsOptions): Flags {
  return new FlagsClient(options);
}

class FlagsClient implements Flags {
  readonly ready: Promise<void>;
  readonly #options: FlagsOptions;
  readonly #base: string;
  readonly #fetch: typeof fetch;
  #set: FlagSet = emptySet('', () => Date.now());
  #hasSet = false;
  #isConnected = false;
  #heardAt: number | null = null;
  #etag: string | null = null;
  readonly #counts = new FlagCounts();
  readonly #overrides = new Map<string, EvaluationDetails>();
  readonly #listeners = new Set<() => void>();
  readonly #stopping = new AbortController();
  readonly #resolveReady: () => void;
  readonly #living: Promise<unknown>;
  #saving: Promise<void> = Promise.resolve();
  #isSaveDue = false;

  constructor(options: FlagsOptions) {
    this.#options = options;
    this.#base = options.url.replace(/\/+$/, '');
    this.#fetch = options.fetch ?? fetch;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#resolveReady = resolve;
    if (options.bootstrap !== undefined) this.#takeText(options.bootstrap, false);
    this.#living = Promise.all([this.#begin(), this.#poll(), this.#report()]);
  }

  isOn = (key: string, context?: EvaluationContext, otherwise = false): boolean => {
    const { value } = this.details(key, context);
    return typeof value === 'boolean' ? value : otherwise;
  };

  variant = (key: string, context?: EvaluationContext): string | null => this.details(key, context).variant;

  details = (key: string, context: EvaluationContext = nobody): EvaluationDetails => {
    const override = this.#overrides.get(key);
    if (override !== undefined) return override;
    const details = evaluateFlag(this.#set, key, context);
    if (details.errorCode === null) this.#counts.evaluated(key, details, context);
    return details;
  };

  status = (): FlagsStatus => {
    const isHeard = this.#isConnected || (this.#heardAt !== null && Date.now() - this.#heardAt < staleMs);
    if (this.#hasSet && isHeard) return { state: 'ready', since: null };
    const since = this.#heardAt === null ? null : new Date(this.#heardAt).toISOString();
    if (this.#hasSet) return { state: 'stale', since };
    return { state: this.#failures > 0 ? 'error' : 'starting', since };
  };

  version = (): number => this.#set.version;

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  override = (key: string, value: unknown): void => {
    if (value === undefined) this.#overrides.delete(key);
    else this.#overrides.set(key, { ...overridden, value });
    this.#tell();
  };

  track = (event: string, context: EvaluationContext, value = 0): void => this.#counts.tracked(event, context, value);

  close = async (): Promise<void> => {
    this.#stopping.abort();
    this.#resolveReady();
    await this.#living;
    await this.#sendCounts();
    await this.#saving;
  };

  #failures = 0;

  async #begin(): Promise<void> {
    if (!this.#hasSet) {
      const kept = await this.#options.storage?.read().catch((error: unknown) => this.#fault(error));
      if (typeof kept === 'string') this.#takeText(kept, false);
    }
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
        this.#failures = 0;
      } catch (error) {
        this.#failures += 1;
        if (!signal.aborted) this.#fault(error);
      }
      this.#isConnected = false;
      this.#tell();
      const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 10));
      // A whole fleet that lost its server must not come back at one moment.
      await pause(longest * (0.5 + Math.random() / 2), signal);
    }
  }

  /** Follows the stream until it ends. Throws where it cannot be opened or says what cannot be. */
  async #follow(stopping: AbortSignal): Promise<void> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silentMs);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silentMs);
      this.#heardAt = Date.now();
    };
    try {
      const signal = AbortSignal.any([stopping, silence.signal]);
      const response = await this.#get(`/flags/v1/stream?after=${this.#set.version}`, { accept: 'text/event-stream' }, signal);
      if (!response.ok)
        throw new Error(`The flags of ${this.#base} were refused with ${response.status}: ${await response.text()}`);
      this.#isConnected = true;
      this.#failures = 0;
      for await (const { event, data } of readEvents(response, heard)) {
        if (event === 'set') this.#takeText(data, true);
        else if (event === 'delta') this.#takeDelta(data);
        else if (event === 'bye') return;
        else this.#tell();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Beside the stream, for what a proxy between may swallow. */
  async #poll(): Promise<void> {
    const { signal } = this.#stopping;
    const every = this.#options.pollMs ?? 60_000;
    for (;;) {
      await pause(every * (0.8 + Math.random() * 0.4), signal);
      if (signal.aborted) return;
      try {
        const headers = this.#etag === null ? {} : { 'if-none-match': this.#etag };
        const response = await this.#get('/flags/v1/set', headers, AbortSignal.any([signal, AbortSignal.timeout(30_000)]));
        if (response.status !== 304 && !response.ok)
          throw new Error(`The set of ${this.#base} was refused with ${response.status}`);
        this.#heardAt = Date.now();
        if (response.ok) {
          const text = await response.text();
          // A server that is a little behind must not take us back.
          if (readSetText(text, () => 0).version > this.#set.version) this.#takeText(text, true);
          this.#etag = response.headers.get('etag');
        }
        this.#tell();
      } catch (error) {
        if (!signal.aborted) this.#fault(error);
      }
    }
  }

  async #report(): Promise<void> {
    const every = this.#options.telemetryMs ?? 10_000;
    const { signal } = this.#stopping;
    if (every <= 0) return;
    while (!signal.aborted) {
      await pause(every, signal);
      if (!signal.aborted) await this.#sendCounts();
    }
  }

  async #sendCounts(): Promise<void> {
    const told = (this.#options.telemetryMs ?? 10_000) > 0 ? this.#counts.take() : null;
    if (told === null) return;
    try {
      const response = await this.#fetch(`${this.#base}/flags/v1/telemetry`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#options.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(told),
        signal: AbortSignal.timeout(5_000),
      });
      await response.text();
    } catch (error) {
      this.#fault(error);
    }
  }

  async #get(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
    return await this.#fetch(`${this.#base}${path}`, {
      headers: { authorization: `Bearer ${this.#options.key}`, ...headers },
      signal,
    });
  }

  #takeText(text: string, isFromServer: boolean): void {
    try {
      this.#set = readSetText(text, () => Date.now());
    } catch (error) {
      this.#fault(error);
      return;
    }
    this.#took(isFromServer);
  }

  #takeDelta(text: string): void {
    // What the server wrote; a delta that does not follow is refused below.
    if (!applyDelta(this.#set, JSON.parse(text) as SetDelta)) {
      this.#set.version = 0;
      throw new Error('A change of flags was missed; the whole set is asked for.');
    }
    this.#took(true);
  }

  #took(isFromServer: boolean): void {
    this.#hasSet = true;
    this.#etag = null;
    this.#resolveReady();
    if (isFromServer) this.#save();
    this.#tell();
  }

  /** Writes the newest set; what comes while it writes is written once more after. */
  #save(): void {
    const { storage } = this.#options;
    if (storage === undefined || this.#isSaveDue) return;
    this.#isSaveDue = true;
    this.#saving = this.#saving.then(async () => {
      this.#isSaveDue = false;
      await storage.write(textOfSet(this.#set)).catch((error: unknown) => this.#fault(error));
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #fault(error: unknown): void {
    this.#options.onError?.(error);
  }
}

const nobody: EvaluationContext = {};

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

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
